import { readFileSync } from "node:fs";
import { join } from "node:path";
import { circleIn, importsAmong } from "./architecture/circles";
import { emptyName, mayImport } from "./architecture/rules";
import { breaches, filesIn } from "./architecture/scan";
import { sentences, wordless, written } from "./architecture/sentences";

const root = join(__dirname, "..");
const files = filesIn(root);
const inRooms = files.filter((path) => /\.([cm]?js|tsx?)$/.test(path) && (path.split("/")[0] ?? "") in mayImport);
const read = (path: string): string => readFileSync(join(root, path), "utf8");

describe("the rooms", () => {
  it("import only what their row of the table allows, and the pure ones stay pure", () => {
    expect(inRooms.flatMap((path) => breaches(path, read(path)))).toEqual([]);
  });

  it.each([
    ["policies/a.ts", `import { b } from "../schools/b";`],
    ["visits/a.ts", `import { readFileSync } from "node:fs";`],
    ["visits/a.ts", `export { b } from "../engine/b";`],
    ["visits/a.ts", `import pino from "pino";`],
    ["visits/a.ts", `const fs = require("fs");`],
    ["visits/a.ts", "export const a = () => new Date();"],
    ["visits/a.ts", "export const a = () => Date.now();"],
    ["schools/a.ts", "export const a = () => DateTime.now();"],
    ["schools/a.ts", "export const a = () => DateTime.utc();"],
    ["cards/a.ts", "export const a = () => Math.random();"],
    ["cards/a.ts", "export const a = () => process.env.A;"],
    ["cards/request/a.ts", `import { b } from "../../bot/b";`],
    ["cards/a.ts", `import { decide } from "../visits/decide";`],
    ["cards/a.ts", `import { sight } from "../visits/sight";`],
    ["cards/a.ts", `import { people } from "../schools/people";`],
    ["bot/a.ts", `import { decide } from "../visits/decide";`],
    ["bot/a.ts", `import type { Store } from "../store/sqlite";`],
    ["engine/a.ts", `import { CardFactory } from "botbuilder";`],
    ["engine/a.ts", `import { DatabaseSync } from "node:sqlite";`],
    ["engine/a.ts", `const wire = await import("../functions/wire");`],
    ["store/a.ts", `import { app } from "@azure/functions";`],
    ["functions/a.ts", `import { b } from "../local/b";`],
    ["local/a.ts", `import { b } from "../engine/b";`],
    ["local/page/a.ts", `import { b } from "../main";`],
  ])("refuse in %s: %s", (path, code) => {
    expect(breaches(path, code)).not.toEqual([]);
  });

  it.each([
    ["visits/a.ts", `import { DateTime } from "luxon"; import { b } from "../policies/b"; import { c } from "./c";`],
    ["visits/a.ts", "export const a = (at: string) => new Date(at); // never Date.now()"],
    ["visits/a.ts", "export const a = (y: number) => DateTime.utc(y);"],
    [
      "cards/request/a.ts",
      `import type { Sight } from "../../visits/sight"; import type { P } from "../../schools/people";`,
    ],
    ["cards/a.ts", `import { type P } from "../schools/people"; import face from "./face.json";`],
    ["bot/a.ts", `import type { Visit } from "../visits/visit"; import { CardFactory } from "botbuilder";`],
    ["store/a.ts", `import type { Store } from "../engine/ports"; import { DatabaseSync } from "node:sqlite";`],
    ["local/page/a.js", `import { b } from "./b.js"; export const now = () => Date.now();`],
  ])("allow in %s: %s", (path, code) => {
    expect(breaches(path, code)).toEqual([]);
  });
});

describe("files", () => {
  it("never import each other in a circle", () => {
    expect(circleIn(importsAmong(new Map(inRooms.map((path) => [path, read(path)]))))).toEqual([]);
  });

  it("are found where they do", () => {
    const files = new Map([
      ["a/a.ts", `import { b } from "./b";`],
      ["a/b.ts", `import type { C } from "../c";`],
      ["c.ts", `export { a } from "./a/a";`],
    ]);
    expect(circleIn(importsAmong(files))).toEqual(["a/a.ts", "a/b.ts", "c.ts", "a/a.ts"]);
  });
});

describe("the table of rooms in CONTRIBUTING.md", () => {
  const rows = [...read("CONTRIBUTING.md").matchAll(/^\| `([a-z/]+)` \|[^|]*\| ?([^|]*)\|$/gm)];
  const named = (text = "") => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  const allowed = (cell = ""): string[] => {
    const [whole, types] = cell.split("types of");
    return [...named(whole), ...named(types).map((name) => `types:${name}`)].sort();
  };

  it("allows what the rules allow, and no more", () => {
    const table = Object.fromEntries(rows.map(([, room = "", cell]) => [room, allowed(cell)]));
    const rules = Object.fromEntries(Object.entries(mayImport).map(([room, may]) => [room, [...may].sort()]));
    expect(table).toEqual(rules);
  });
});

describe("the rooms that test files share", () => {
  /** Pure rooms remember at most what comes out the same again. */
  const beside = ["engine", "bot", "store", "phone", "setup", "drills"];
  const remembers = /^(?:export )?(?:let|var)\b|^(?:export )?const \w+(?:: [^=]+)? = new (?:Map|Set)(?:<.*>)?\(\)/m;

  it("keep nothing outside of what they make", () => {
    const shared = inRooms.filter((path) => beside.includes(path.split("/")[0] ?? ""));
    expect(shared.length).toBeGreaterThan(80);
    expect(shared.filter((path) => remembers.test(read(path)))).toEqual([]);
  });

  it.each(["let count = 0;", "export const seen = new Map<string, number>();", "const all: Set<string> = new Set();"])(
    "would not be so with: %s",
    (code) => expect(code).toMatch(remembers),
  );
});

describe("the words", () => {
  it("stand in the room of words, so that code holds no sentence that people read", () => {
    const code = inRooms.filter((path) => wordless.includes(path.split("/")[0] ?? "") && !written.test(path));
    expect(code.flatMap((path) => sentences(read(path)).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  it.each([
    `refuse("gone", "Nobody has left.")`,
    `const say = { approval: "It has not been approved" };`,
    ["export const a = (name: string) => `Ask $", "{name} to open it.`;"].join(""),
    `export const a = "with a colleague";`,
    `export const a = "Please answer.";`,
  ])("are found in %s", (code) => {
    expect(sentences(code)).toHaveLength(1);
  });

  it.each([
    `throw new Error("The ladder has no step like that.");`,
    `parts.report?.("what is kept was not kept", { a });`,
    `const tell = () => report("what is kept was not kept", { a });`,
    '// Nobody has left yet.\nexport const a = "notSignedOut";',
    `type Kind = "not yet a sentence here";`,
  ])("are not seen in %s", (code) => {
    expect(sentences(code)).toEqual([]);
  });
});

describe("the files", () => {
  it("have names that say what is inside", () => {
    expect(files.filter((path) => path.split("/").some((part) => emptyName.test(part)))).toEqual([]);
    expect(
      ["bot/card-utils.ts", "helpers/a.ts"].every((path) => path.split("/").some((part) => emptyName.test(part))),
    ).toBe(true);
  });

  it("refer to nothing outside the project", () => {
    const outside = `${".."}/shared`;
    const text = files.filter((path) => /(\.([cm]?[jt]sx?|json|md|ya?ml|html|css)|^\.ci\/run)$/.test(path));
    expect(text.filter((path) => read(path).includes(outside))).toEqual([]);
  });
});
