import { append, erase, verifyChain } from "../../engine/history";
import type { Event } from "../../visits/events";

let salt = 0;
const salts = () => `salt ${++salt}`;
const event = (who: string): Event => ({ type: "Arrived", who, at: 1, by: who });
const chain = () => append([], [event("priya"), event("tom"), event("grace")], salts);

it("chains each line to the one before it", () => {
  expect(verifyChain(chain())).toBeUndefined();
  expect(verifyChain(append(chain(), [event("ann")], salts))).toBeUndefined();
});

it("survives the store, which drops what is undefined and keeps no order of keys", () => {
  const stored = append(
    [],
    [{ type: "Contacted", who: ["a"], how: "tap", where: undefined, note: "", at: 1, by: "a" }],
    salts,
  );
  const read = JSON.parse(JSON.stringify(stored)) as typeof stored;
  const { event, ...line } = read[0] as { event: Event; salt: string; digest: string };
  expect(
    verifyChain([{ ...line, event: Object.fromEntries(Object.entries(event).reverse()) as Event }]),
  ).toBeUndefined();
});

it("finds a line that was changed, taken out or put elsewhere", () => {
  const [first, second, third] = chain() as [never, never, never];
  expect(verifyChain([first, { ...(second as object), event: event("nobody") } as never, third])).toBe(1);
  expect(verifyChain([first, third])).toBe(1);
  expect(verifyChain([second, first, third])).toBe(0);
});

it("stays valid when a body and its salt are erased", () => {
  const [first, second, third] = chain() as [never, never, never];
  const erased = erase(second);
  expect(JSON.stringify(erased)).not.toContain("tom");
  expect(verifyChain([first, erased, third])).toBeUndefined();
  expect(verifyChain([erased, third])).toBe(0);
  expect(erase(erased)).toEqual(erased);
});

it("goes on with another digest: old lines stay as they are, and both are looked at", () => {
  const [first, second, third] = append(chain().slice(0, 1), [event("tom"), event("grace")], salts, "sha3-512") as [
    never,
    never,
    never,
  ];
  expect(verifyChain([first, second, third])).toBeUndefined();
  expect(verifyChain([first, erase(second), third])).toBeUndefined();
  expect(verifyChain([first, { ...(second as object), event: event("nobody") } as never, third])).toBe(1);
  expect(verifyChain(append([first, second, third], [event("ann")], salts))).toBeUndefined();
});

it("gives the same digest whatever order keys were written in and whatever became of undefined, and another for another order of a list", () => {
  const digest = (event: unknown) => append([], [event as Event], () => "salt")[0]?.digest;
  const one = { type: "Found", at: 1, by: "ann", who: ["priya", "tom"], note: undefined, more: { b: 1, a: null } };
  const turned = { more: { a: null, b: 1 }, who: ["priya", "tom"], by: "ann", at: 1, type: "Found" };
  expect(digest(one)).toBe(digest(turned));
  expect(digest({ ...one, who: ["tom", "priya"] })).not.toBe(digest(one));
  expect(digest({ ...one, who: { 0: "priya", 1: "tom" } })).not.toBe(digest(one));
  expect(digest({ ...one, more: { b: 1 } })).not.toBe(digest(one));
  expect(digest({ ...one, who: [undefined] })).toBe(digest({ ...one, who: [null] }));
});

it("is the digest that it was: what is stored already goes on being found whole", () => {
  const [line] = append([], [event("priya")], () => "salt");
  expect(line?.digest).toBe("q4Kaw-JTENosdzwL5Nkq1vfeIbqdvIKYoiLmLtQHziE");
});
