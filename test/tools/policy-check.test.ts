import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policyCheck } from "../../tools/policy-check/command";
import { testPacks } from "../policies/read-pack";

const root = join(__dirname, "..", "..");
const main = join(root, "dist", "tools", "policy-check", "main.js");
let folder = "";

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "policy-")), "willow-lane");
  cpSync(join(testPacks, "willow-lane"), folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

const run = (...args: string[]) => policyCheck(args, root);
const mistakes = (): readonly string[] => run(folder).wrong;

function change(from: string, to: string, file = "policy.yaml"): number {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split("\n").length;
}

describe("npm run policy:check", () => {
  it("prints a sound policy in plain English", () => {
    const { code, out, wrong } = run(folder);
    expect([code, wrong]).toEqual([0, []]);
    expect(out.join("\n")).toContain("● A visit lasts no longer than 30 minutes. [WIL-13]");
  });

  it("names every mistake at once, with file, line and a sentence", () => {
    const lengthLimit = change("lengthLimit: {", "checkInEvery: { says: 0, clauses: [WIL-13] }\n  lengthLimit: {");
    const expected = [
      [
        change("start: { arrivalCall: call, noContact: call", "start: { arrivalCall: call, noContact: nowhere"),
        "starts at nowhere, which is no step of the ladder",
      ],
      [lengthLimit, "parameters.checkInEvery.says must be at least 1"],
      [
        change("tell: [safeguarding, pastoral]\n", "tell: [caretaker]\n"),
        "names the role caretaker, which the policy does not know",
      ],
      [change("id: noContact,", "id: attendance,"), "repeats the id attendance"],
      [change("says: 30, clauses: [WIL-13]", "says: 30, clauses: [WIL-77]"), "cites WIL-77, which is in no register"],
    ] as const;
    const { code, out, wrong } = run(folder);
    expect([code, out]).toEqual([1, []]);
    for (const [line, say] of expected)
      expect(wrong.find((said) => said.includes(say))).toContain(`${join(folder, "policy.yaml")}:${line}: `);
    expect(wrong.at(-1)).toBe("5 mistakes.");
  });

  it.each([
    [
      "never reaches a person",
      "tell: [officeManager]\n",
      "tell: []\n          channels: [office]\n",
      "late: lead",
      "late: again",
      "never reaches a person",
    ],
    [
      "never ends",
      "on: { ok: end, noAnswer: again,",
      "on: { ok: again, noAnswer: again,",
      "",
      "",
      "never ends, whatever is recorded",
    ],
    ["goes round", "          late: again", "          late: call", "", "", "goes round in a circle"],
  ])("refuses a ladder that %s", (_, from, to, alsoFrom, alsoTo, say) => {
    change(from, to);
    if (alsoFrom) change(alsoFrom, alsoTo);
    expect(mistakes().join("\n")).toContain(say);
    expect(mistakes()[0]).toMatch(/policy\.yaml:\d+: /);
  });

  it("says what is missing of a folder", () => {
    rmSync(join(folder, "clauses.yaml"));
    const wrong = [`${join(folder, "clauses.yaml")} is missing.`, "1 mistake."];
    expect(run(folder)).toEqual({ code: 1, out: [], wrong });
    expect(run()).toMatchObject({ code: 2, out: [] });
  });

  it("is a command, which takes its folder from where somebody stands", () => {
    rmSync(join(folder, "clauses.yaml"));
    const env = { ...process.env, INIT_CWD: join(folder, "..") };
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, "willow-lane"], { encoding: "utf8", env });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(`${join(folder, "clauses.yaml")} is missing.\n1 mistake.\n`);
  });
});
