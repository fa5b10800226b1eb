import { type Known, understand } from "../../../visits/sentence/understand";
import { cast, grace, nia, tom } from "../../people";
import { aspire } from "../aspire";

const known: Known = {
  now: Date.parse("2026-11-23T09:00:00Z"),
  zone: "Europe/London",
  companions: cast.filter(({ roles }) => roles.includes("visitor")),
  reasons: aspire.reasons.value.list,
  pupils: [
    { visit: "meadow.1", pupil: "Sam Smith" },
    { visit: "meadow.2", pupil: "Ella Martin" },
    { visit: "meadow.3", pupil: "Sam Taylor" },
    { visit: "meadow.4", pupil: "May Friday" },
  ],
};
const read = (text: string) => understand(text, known);
const at2 = { date: "2026-11-24", start: "14:00" };

const understood: readonly (readonly [string, Record<string, string>])[] = [
  [
    "visit Ella Martin at home tomorrow 2pm with Tom about attendance",
    { pupil: "Ella Martin", ...at2, companion: tom.id, reason: "attendanceSupport" },
  ],
  ["visit Jo Brown tomorrow 2pm", { pupil: "Jo Brown", ...at2 }],
  ["Please can we visit jo brown tomorrow at 2pm?", { pupil: "jo brown", ...at2 }],
  ["request a visit to Jo Brown tomorrow 2pm", { pupil: "Jo Brown", ...at2 }],
  ["home visit for Zoë O'Brien-Smith tomorrow 2pm", { pupil: "Zoë O'Brien-Smith", ...at2 }],
  ["visit the home of Jo Brown tomorrow 2pm", { pupil: "Jo Brown", ...at2 }],
  ["I'd like to visit Jo Brown's mum tomorrow 2pm", { pupil: "Jo Brown", ...at2 }],
  ["visit ELLA MARTIN tomorrow 2pm", { pupil: "Ella Martin", ...at2 }],
  ["visit May Friday tomorrow 2pm", { pupil: "May Friday", ...at2 }],
  ["visit April Jones tomorrow 2pm", { pupil: "April Jones", ...at2 }],
  ["visit Jo Brown with Grace Lee tomorrow 2pm", { pupil: "Jo Brown", ...at2, companion: grace.id }],
  ["visit Jo Brown tomorrow 2pm with Ms G Lee", { pupil: "Jo Brown", ...at2, companion: grace.id }],
  ["visit Jo Brown tomorrow 2pm with nia", { pupil: "Jo Brown", ...at2, companion: nia.id }],
  ["visit Jo Brown about her illness", { pupil: "Jo Brown", reason: "maintainContact" }],
  ["visit Jo Brown for welfare", { pupil: "Jo Brown", reason: "welfare" }],
  ["visit Jo Brown because of poor attending", { pupil: "Jo Brown", reason: "attendanceSupport" }],
  ["visit Jo Brown regarding equipment", { pupil: "Jo Brown", reason: "workOrEquipment" }],
  [
    "visit Jo Brown, 12 Elm Road, Derby DE1 1AA tomorrow 2pm",
    { pupil: "Jo Brown", ...at2, address: "12 Elm Road, Derby", postcode: "DE1 1AA" },
  ],
  ["visit Jo Brown at 12 Elm Road tomorrow 2pm", { pupil: "Jo Brown", ...at2, address: "12 Elm Road" }],
  [
    "visit Jo Brown tomorrow 2pm, agreed with mum by phone",
    { pupil: "Jo Brown", ...at2, agreed: "agreed", agreedHow: "with mum by phone" },
  ],
];

const asked: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["visit Jo Brown tomorrow at 2", "start", "tomorrow at 2", []],
  ["visit Sam tomorrow 2pm", "pupil", "Sam", ["Sam Smith", "Sam Taylor"]],
  ["visit Ella tomorrow 2pm", "pupil", "Ella", ["Ella Martin"]],
  ["visit Jo Brown with Zed", "companion", "Zed", []],
  ["visit Jo Brown with Tom and Grace", "companion", "Tom and Grace", ["Tom Okafor", "Grace Lee"]],
  ["visit Jo Brown about skateboards", "reason", "skateboards", []],
  ["visit Jo Brown tomorrow 2pm, not agreed with mum", "agreed", "not agreed with mum", []],
  ["visit Jo Brown tomorrow 2pm for an hour", "rest", "for an hour", []],
  ["visit Jo Brown on the 24th at 2pm", "rest", "the 24th", []],
  ["visit Jo Brown tomorrow 2pm. She has a dog", "rest", "She has a dog", []],
];

describe("a request typed as a sentence", () => {
  it.each(understood)("%s", (text, values) => {
    expect(read(text)).toMatchObject({ values, unclear: [] });
    expect(read(text)?.values).toEqual(values);
  });

  it.each(asked)("%s: %s is asked", (text, about, said, among) => {
    const [first, ...others] = read(text)?.unclear ?? [];
    expect(others).toEqual([]);
    expect(first).toMatchObject({ about, said: expect.stringContaining(said) });
    expect(first?.among ?? []).toEqual(among);
  });

  it("does not choose between two colleagues of one name", () => {
    const two = [...known.companions, { id: "other", name: "Tom Price" }];
    const heard = understand("visit Jo Brown with Tom", { ...known, companions: two });
    expect(heard?.values).toEqual({ pupil: "Jo Brown" });
    expect(heard?.unclear).toEqual([{ about: "companion", said: "Tom", among: ["Tom Okafor", "Tom Price"] }]);
  });

  it("does not choose between two reasons that share the word", () => {
    const [work] = read("visit Jo Brown about work")?.unclear ?? [];
    expect(work).toMatchObject({ about: "reason", said: "work" });
    expect(work?.among).toHaveLength(2);
  });

  it.each(["agreed with mum", "meeting with the family"])("takes nobody who was %s for a companion", (words) =>
    expect(read(`visit Jo Brown tomorrow 2pm, ${words}`)?.values.companion).toBeUndefined(),
  );

  it.each(["visit Ella Martin again tomorrow 2pm", "visit Ella Martin tomorrow 2pm, same as last time"])(
    "%s asks for the last visit to that pupil",
    (text) => expect(read(text)).toMatchObject({ again: true, like: "meadow.2", unclear: [], values: at2 }),
  );

  it.each([
    "request visit",
    "Hello, could I REQUEST a home visit please?",
    "please request another home visit, thanks",
  ])("%s says no more than that one asks", (text) => expect(read(text)).toBeUndefined());

  it("is read in no time, whatever it is", () => {
    const odd = [
      "a".repeat(100_000),
      "at ".repeat(40_000),
      "1 a ".repeat(30_000),
      "visit with ".repeat(9_000),
      "¦<at>¦",
    ];
    // Of a processor: the machine may have other things to do.
    const before = process.cpuUsage();
    for (const text of odd) understand(`visit ${text}`, known);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
