import { sayValue } from "../../policies/say-value";

describe("a value in a few words", () => {
  it.each([
    ["hold", 5, "5 min"],
    ["minutesWithin", 1440, "24 hours"],
    ["noOneHome", { cancelled: true, leave: "nothing", next: "open" }, "cancelled: yes; leave: nothing; next: open"],
    ["unsafeEnd", { writtenTo: ["principal"], meetAgain: "open" }, "written to: principal; meet again: open"],
    ["risk", { required: "never", hazards: [], matrix: null }, "required: never; hazards: none; matrix: not set"],
    ["overdueAfter", null, "not set"],
    ["riskBaseline", { on: "2025-09-03", notInPlace: [] }, "all in place"],
    ["riskBaseline", { on: "2025-09-03", notInPlace: [{ control: "alarms", plan: "Ordered" }] }, "1 not in place"],
  ] as const)("says %s", (name, value, said) => expect(sayValue(name, value)).toBe(said));
});
