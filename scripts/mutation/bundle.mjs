// Our own code in one file, with some of it changed: nothing but this need be written, transformed or looked up again for a mutant.
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { build } from "esbuild";
import { mutantsIn } from "./mutants.mjs";
import { withSwitches } from "./switches.mjs";

/** What a file keeps for later is let go before each test: it would hide what a mutant does, or what the one before has done would stay. */
const forgetful = (text, mayForget) =>
  text.replaceAll(/= (new (?:Weak)?Map(?:<[^()\n]*>)?\(\));$/gm, (whole, made, at) =>
    mayForget(text.slice(0, at)) ? `= globalThis.mutation.kept(${made});` : whole,
  );
const isOfFile = (before) => /(^|\n)(export )?const \w+(: [^=\n]+)? $/.test(before);
const isOfObject = (before) => /\n {2}(private )?readonly \w+(: [^=\n]+)? $/.test(before);
/** What an object of the engine's keeps is what it is there for. */
const forgetting = [
  [
    /^(test\/(visits|properties|cards|policies|schools)|visits|schools|policies|cards|words)\//,
    (before) => isOfFile(before) || isOfObject(before),
  ],
  [/^engine\//, isOfFile],
];

/** `changed`: by path from the root, what stands there instead; `kept`: `globalThis.mutation` is there to hear what is kept for later. */
export function bundled({ root, contents, changed, outfile, kept = false }) {
  const load = ({ path }) => {
    const file = relative(root, path).replaceAll("\\", "/");
    const own = changed.get(file) ?? readFileSync(path, "utf8");
    const [, mayForget] = (kept && forgetting.find(([room]) => room.test(file))) || [];
    const text = mayForget ? forgetful(own, mayForget) : own;
    const here = /\b__dirname\b/.test(text) ? `const __dirname = ${JSON.stringify(dirname(path))};\n` : "";
    return { contents: here + text, loader: "ts" };
  };
  return build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    plugins: [{ name: "changed", setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, load) }],
    ...{ bundle: true, platform: "node", format: "cjs", target: "node20", packages: "external", keepNames: kept },
    ...{ outfile, logLevel: "error" },
  });
}

/** The tests, with all mutants of these sources switched off. Gives the mutants, each with its file and number. */
export async function bundle({ root, sources, tests, items, outfile }) {
  const mutants = [];
  const changed = new Map();
  for (const file of sources) {
    const code = readFileSync(`${root}/${file}`, "utf8");
    const own = mutantsIn(code, file.startsWith("visits/"), items).map((mutant, i) => ({
      ...mutant,
      file,
      no: mutants.length + i + 1,
    }));
    mutants.push(...own);
    changed.set(file, withSwitches(code, own));
  }
  const contents = tests
    .map((test) => `mutation.file(${JSON.stringify(test)}, () => require("./${test}"));`)
    .join("\n");
  await bundled({ root, contents, changed, outfile, kept: true });
  return mutants;
}
