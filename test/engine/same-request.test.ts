import type { Stored } from "../../engine/ports";
import { sameRequest } from "../../engine/same-request";
import type { Event } from "../../visits/events";
import type { Visit } from "../../visits/visit";
import { sample } from "../store/sample";

/** S9: which request is the same again, and which is another. */

const plan = { ...sample({}).visit.plan, no: 1, visitors: ["priya", "tom"] };
const asked: Event = { type: "Requested", id: "meadow.new", school: "meadow", plan, at: 5, by: "priya" };
const open = (over: Partial<Visit> = {}, id = "meadow.old"): Stored => {
  const stored = sample({ id });
  const visit = {
    ...stored.visit,
    school: "meadow",
    phase: "asked",
    plan,
    asked: { by: "priya", at: 1 },
    directed: undefined,
  };
  return { ...stored, visit: { ...visit, ...over } as Visit };
};
const found = (...visits: Parameters<typeof sameRequest>[0]) => sameRequest(visits, "priya", [asked])?.id;

it("is one of their own that waits or is ready, with the same plan, whatever its number", () => {
  expect(found(open())).toBe("meadow.old");
  expect(found(open({ phase: "ready" }))).toBe("meadow.old");
  expect(found(open({ plan: { ...plan, no: 7 } }))).toBe("meadow.old");
  expect(found(open({ plan: JSON.parse(JSON.stringify({ ...plan, news: plan.news })) as Visit["plan"] }))).toBe(
    "meadow.old",
  );
});

it("is no other plan, nobody else's, no other school's, and none that they are out on or back from", () => {
  expect(found(open({ plan: { ...plan, start: plan.start + 1 } }))).toBeUndefined();
  expect(found(open({ asked: { by: "tom", at: 1 } }))).toBeUndefined();
  expect(found(open({ school: "hill" }))).toBeUndefined();
  for (const phase of ["out", "back", "closed", "off"] as const) expect(found(open({ phase }))).toBeUndefined();
});

it("is theirs who asked for it, where it was for somebody else", () => {
  expect(found(open({ asked: { by: "tom", at: 1 }, directed: { by: "priya", at: 1 } }))).toBe("meadow.old");
  expect(found(open({ directed: { by: "helen", at: 1 } }))).toBeUndefined();
});

it("is found beside others, and beside a record that can't be read", () => {
  const broken = { unreadable: true, school: "meadow", id: "meadow.broken" } as const;
  expect(found(broken, open({ plan: { ...plan, purpose: "another" } }, "meadow.other"), open())).toBe("meadow.old");
  expect(found()).toBeUndefined();
});

it("is asked of a request alone: not where more happens with it, as where somebody reports who is out, and of no other press", () => {
  const more = { type: "FoundOut", who: ["priya"], breach: "notApproved", note: "", at: 5, by: "priya" } as const;
  expect(sameRequest([open()], "priya", [asked, more])).toBeUndefined();
  expect(sameRequest([open()], "priya", [more])).toBeUndefined();
  expect(sameRequest([open()], "priya", [])).toBeUndefined();
});
