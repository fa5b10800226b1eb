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
