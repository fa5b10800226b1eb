import type { Stored } from "../../engine/ports";
import { readDocument, writeDocument } from "../../store/document";
import { sample } from "./sample";

const kept = { etag: "1", nextDueAt: undefined, urgency: 3 as const };
const whole = () => JSON.parse(writeDocument(sample({ phase: "out" })));
/** One field, by its path, with something else in it. */
function spoilt(path: string, value: unknown): string {
  const document = whole();
  const names = path.split(".");
  const last = names.pop() ?? "";
  names.reduce((inside, name) => inside[name], document)[last] = value;
  return JSON.stringify(document);
}

it("writes what JSON would, also once it knows parts of it", () => {
  const line = { event: { type: "Left", who: "priya", at: 1, by: undefined }, salt: "s", digest: "„d“" };
  const stored = { ...sample({ phase: "out" }), history: [line, { leaf: "l", digest: "e" }] } as unknown as Stored;
  for (const next of [
    stored,
    { ...stored, policy: undefined },
    { ...stored, post: { marks: { a: { tries: 1 } }, cards: {} } },
  ]) {
    const { etag: _, nextDueAt: __, urgency: ___, ...document } = next;
    expect(writeDocument(next as Stored)).toBe(JSON.stringify(document));
  }
});

it("reads what it wrote", () => {
  expect(readDocument(JSON.stringify(whole()), kept)?.visit.phase).toBe("out");
});

it.each([
  ["id", 1],
  ["school", null],
  ["shape", 2],
  ["policy", undefined],
  ["history", {}],
  ["history", [null]],
  ["visit", []],
  ["visit.id", undefined],
  ["visit.phase", "lost"],
  ["visit.plan", null],
  ["visit.plan.household", 3],
  ["visit.plan.visitors", ["priya", 4]],
  ["visit.plan.leave", null],
  ["visit.outings", []],
  ["visit.outings", { priya: null }],
  ["visit.alarms", ["one"]],
  ["visit.tasks", undefined],
  ["post", undefined],
  ["post.marks", []],
  ["post.cards", null],
])("S14: does not read a document whose %s is %j", (path, value) => {
  expect(readDocument(spoilt(path, value), kept)).toBeUndefined();
});

it.each(["", "null", "[]", "{", "7"])("S14: does not read %j", (text) => {
  expect(readDocument(text, kept)).toBeUndefined();
});

describe("a history that is written again", () => {
  const line = (no: number): object => ({ event: { type: "Contacted", at: no }, salt: `s${no}`, digest: `d${no}` });
  const [a, b, c] = [line(1), line(2), line(3)];
  const erased = { leaf: "l", digest: "d2" };
  const histories: [string, readonly object[]][] = [
    ["has grown", [a, b]],
    ["is the same", [a, b]],
    ["has grown by several", [a, b, c, line(4)]],
    ["has another last line than was written", [a, b, line(3)]],
    ["is one of its earlier states", [a]],
    ["has lost a line in its middle", [a, erased, c]],
    ["has lost all lines but one", [erased]],
    ["begins otherwise", [{ ...a }, b, c]],
    ["is empty", []],
  ];

  it.each(histories)("is written as it stands where it %s", (_, history) => {
    const written = (lines: readonly object[]) => writeDocument({ ...sample({}), history: lines } as unknown as Stored);
    for (const [, before] of histories) {
      written(before);
      expect(JSON.parse(written(history)).history).toEqual(history);
    }
  });
});
