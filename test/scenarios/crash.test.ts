import { leftOutOfQuick } from "../left-out";
import { expectNothingLost, steps } from "./killed";
import { KilledAtOnce, type Tellings } from "./killed-at-once";

let killed: KilledAtOnce;
let told: Tellings & { waiting: string[] };
beforeAll(async () => {
  killed = await KilledAtOnce.open();
  told = await killed.tell();
}, 180_000);
afterAll(() => killed.close());

describe("the program is killed", () => {
  it.each(steps)("while it sends what follows from %s, and what comes again says so", (name) => {
    expectNothingLost(told.step[name], killed.calm[name]);
  });

  it.each(steps.slice(1))("just before %s, and goes on with it as if it had not been", (name) => {
    expectNothingLost(told.next[name], killed.calm[name]);
  });

  leftOutOfQuick("right after every step, and at moments that nobody has chosen");
});

describe("the program that was down for seven minutes", () => {
  it("says at its start how late it is", () => {
    expect(killed.waiting.program.output).toMatch(/1 thing fell due while it was down; it is 6 min late\./);
  });

  it("sends what it owes at once, and says there how late that is", async () => {
    const toAnn = told.waiting.filter((line) => line.startsWith("ann: "));
    expect(toAnn).toEqual([expect.stringMatching(/Please ring Priya Shah now.*\(6 min late\)$/)]);
    await killed.waiting.office.isOffered("recordCall");
  });
});
