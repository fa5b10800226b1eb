import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

const root = join(__dirname, "..");
const shared = join(root, "node_modules", ".cache", "homeward-tests");

/** One word for everything that a value was made from: files and whole folders of this project, and texts. */
export function madeFrom(paths: readonly string[], texts: readonly string[] = []): string {
  const files = paths.flatMap((path) =>
    /\.\w+$/.test(path)
      ? [path]
      : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  const hash = createHash("sha256");
  for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  for (const text of texts) hash.update(`\n${text.length}\n`).update(text);
  return hash.digest("hex");
}

/** A plain value that is costly to make, from one run to the next and for every worker; made anew when anything that it was made from changes. */
export function keptOnDisk<T>(from: string, make: () => T, folder = shared): T {
  const file = join(folder, from);
  if (existsSync(file)) return deserialize(readFileSync(file)) as T;
  const made = make();
  mkdirSync(folder, { recursive: true });
  // Other workers may be reading: it is there whole or not at all.
  writeFileSync(`${file}.${process.pid}`, serialize(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}
