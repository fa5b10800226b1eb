import { leftOutOfQuick } from "../left-out";
import { expectNothingLost, inPeace, killedWhileSending, steps, type Telling, tell } from "./killed";
import { School } from "./school";

describe("the program is killed", () => {
  let calm: Telling;
  let sending: Telling;
  beforeAll(async () => {
    [calm = {}, sending = {}] = await Promise.all([inPeace, killedWhileSending].map(tell));
  }, 180_000);

  it.each(steps)("while it sends what follows from %s, and what comes again says so", (name) => {
    expectNothingLost(sending[name], calm[name]);
  });

  leftOutOfQuick("right after every step, and at moments that nobody has chosen");
});

describe("the program that was down for seven minutes", () => {
  let school: School;
  let heard: string[];
  beforeAll(async () => {
    school = await School.open({ ownProcess: true });
    await school.sendsOut();
    await school.until("10:09");
    heard = await school.hears(() => school.program.isDownFor("PT7M"), /Please ring|ALARM/);
  });
  afterAll(() => school.close());

  it("says at its start how late it is", () => {
    expect(school.program.output).toMatch(/1 thing fell due while it was down; it is 6 min late\./);
  });

  it("sends what it owes at once, and says there how late that is", async () => {
    const toAnn = heard.filter((line) => line.startsWith("ann: "));
    expect(toAnn).toEqual([expect.stringMatching(/Please ring Priya Shah now.*\(6 min late\)$/)]);
    await school.office.isOffered("recordCall");
  });
});
