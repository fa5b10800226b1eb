// Our own code in one file, with some of it changed: nothing but this need be written, transformed or looked up again for a mutant.
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { build } from "esbuild";
import { mutantsIn, withSwitches } from "./mutants.mjs";

/** `changed`: by path from the root, what stands there instead. */
export function bundled({ root, contents, changed, outfile }) {
  const load = ({ path }) => {
    const text = changed.get(relative(root, path).replaceAll("\\", "/")) ?? readFileSync(path, "utf8");
    const here = /\b__dirname\b/.test(text) ? `const __dirname = ${JSON.stringify(dirname(path))};\n` : "";
    return { contents: here + text, loader: "ts" };
  };
  return build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    plugins: [{ name: "changed", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, load) }],
    ...{ bundle: true, platform: "node", format: "cjs", target: "node20", packages: "external", keepNames: true },
    ...{ outfile, logLevel: "error" },
  });
}

/** The tests, with all mutants of these sources switched off. Gives the mutants, each with its file and number. */
export async function bundle({ root, sources, tests, outfile }) {
  const mutants = [];
  const changed = new Map();
  for (const file of sources) {
    const code = readFileSync(`${root}/${file}`, "utf8");
    const own = mutantsIn(code).map((mutant, i) => ({ ...mutant, file, no: mutants.length + i + 1 }));
    mutants.push(...own);
    changed.set(file, withSwitches(code, own));
  }
  const contents = tests
    .map((test) => `mutation.file(${JSON.stringify(test)}, () => require("./${test}"));`)
    .join("\n");
  await bundled({ root, contents, changed, outfile });
  return mutants;
}
