import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bicepGrammar, type Syntax } from "./syntax";

const root = join(__dirname, "../..");
const names = globSync("infra/**/*.bicep", { cwd: root });
const textOf = (name: string): string => readFileSync(join(root, name), "utf8");
/** As many as each function of Bicep takes. */
const functions: Record<string, [number, number]> = {
  empty: [1, 1],
  guid: [1, 20],
  secure: [0, 0],
  description: [1, 1],
  minLength: [1, 1],
  maxLength: [1, 1],
  allowed: [1, 1],
  subscription: [0, 1],
  subscriptionResourceId: [2, 20],
  tenant: [0, 0],
  union: [2, 20],
  uniqueString: [1, 20],
};

let read: (text: string) => Syntax;
beforeAll(async () => {
  read = await bicepGrammar();
});

describe.each(names)("%s by Bicep's grammar", (name) => {
  let file: Syntax;
  beforeAll(() => {
    file = read(textOf(name));
  });

  it("is Bicep", () => {
    expect(file.faults).toEqual([]);
  });

  it("uses no name that it does not declare, and declares none that it does not use", () => {
    const declared = [...file.declared.keys()];
    expect(file.used.filter((used) => !declared.includes(used))).toEqual([]);
    // What is made need not be named again.
    const isMade = (one: string): boolean => new RegExp(`^ *(resource|module) ${one} `, "m").test(textOf(name));
    expect(declared.filter((one) => !file.used.includes(one) && !isMade(one))).toEqual([]);
  });

  it("calls functions that there are, with as much as they take", () => {
    const wrong = file.calls.filter(({ name, given }) => {
      const [least, most] = functions[name] ?? [Number.NaN, Number.NaN];
      return !(given >= least && given <= most);
    });
    expect(wrong).toEqual([]);
  });

  it("gives its modules what is of their type", () => {
    const types = file.declared;
    for (const { file: other, given } of file.modules) {
      const wanted = read(textOf(join(dirname(name), other))).declared;
      for (const [param, value] of given)
        if (types.get(value ?? "")) expect([param, types.get(value ?? "")]).toEqual([param, wanted.get(param)]);
    }
  });
});

describe("the grammar", () => {
  it("finds what is no Bicep in each file, wherever a bracket, a quotation mark or a word is lost", () => {
    for (const name of names) {
      const text = textOf(name);
      const spoilt = [
        text.replace(/\}\s*$/, ""),
        text.replace(/'\n/, "\n"),
        text.replace(/^(param \w+) \w+/m, "$1 = ="),
        text.replace(": {", " {"),
      ].filter((one) => one !== text);
      expect(spoilt.length).toBeGreaterThan(1);
      expect([name, spoilt.filter((one) => read(one).faults.length === 0).length]).toEqual([name, 0]);
    }
  });

  it("sees a name that is not declared, and a call that lacks something", () => {
    const file = read("param a string\nvar b = guid()\noutput c string = union(a, d.id)\n");
    expect([file.used, file.calls]).toEqual([
      ["a", "d"],
      [
        { name: "guid", given: 0 },
        { name: "union", given: 2 },
      ],
    ]);
  });
});
