import { expectNothingLost, steps } from "./killed";
import { KilledAtOnce, type Tellings } from "./killed-at-once";

/** The program is killed once in each of these steps of the story, all at one moment; and it was down for one school. */
export function isKilledWhileSending(killedIn: readonly string[]): void {
  const after = killedIn.flatMap((name) => steps[steps.indexOf(name) + 1] ?? []);
  let killed: KilledAtOnce;
  let told: Tellings & { waiting: string[] };
  beforeAll(async () => {
    killed = await KilledAtOnce.open(killedIn);
    told = await killed.tell();
  }, 600_000);
  afterAll(() => killed.close());

  it.each(killedIn)("while it sends what follows from %s, and what comes again says so", (name) => {
    expectNothingLost(told.step[name], killed.calm[name]);
  });

  it.each(after)("just before %s, and goes on with it as if it had not been", (name) => {
    expectNothingLost(told.next[name], killed.calm[name]);
  });

  describe("and was down for seven minutes", () => {
    it("says at its start how late it is", () => {
      expect(killed.waiting.program.output).toMatch(/1 thing fell due while it was down; it is 6 min late\./);
    });

    it("sends what it owes at once, and says there how late that is", async () => {
      const toAnn = told.waiting.filter((line) => line.startsWith("ann: "));
      expect(toAnn).toEqual([expect.stringMatching(/Please ring Priya Shah now.*\(6 min late\)$/)]);
      await killed.waiting.office.isOffered("recordCall");
    });
  });
}
