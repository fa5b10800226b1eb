import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";

/** Beside what else tools keep of a project's packages, so that whatever empties node_modules empties it too. */
export const compiledFolder = join(__dirname, "../../node_modules/.cache/homeward");

/** Two thousand files are read at every start, and need not be compiled at every one. Where this can't be written, they are. */
export const useCompiled = (): unknown => enableCompileCache(compiledFolder);

/** At once: by itself Node does it at the end of a process, and this one may be killed. */
export const keepCompiled = (): void => flushCompileCache();
