import { arrived } from "./scenes";
import { School } from "./school";

describe("violence", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrived });
  });
  afterAll(() => school.close());
  const everyone = ["grace", "ann", "helen", "samuel", "joan", "slt"];

  it("S10: goes straight to the police step, past any decision", async () => {
    const cry = () => school.tom.presses("askForHelp", { kind: "violence" });
    expect(await school.told(/ALARM 2.*violence.*NOBODY HAS CALLED THE POLICE YET/, cry)).toEqual(everyone);
    const { card } = await school.ann.sees(/NOBODY HAS CALLED THE POLICE YET/);
    expect(JSON.stringify(card)).toMatch(/NOBODY HAS CALLED[\s\S]*1 High Street, Derby, DE1\s1AA[\s\S]*Say to 999/);
  });

  it("S10: comes again every two minutes until somebody stamps the call", async () => {
    expect(await school.told(/ALARM 2/, () => school.until("10:13"))).toEqual(everyone);
    expect(await school.told(/ALARM 2/, () => school.until("10:15"))).toEqual(everyone);
  });

  it("S2: comes again also while somebody holds it", async () => {
    await school.ann.presses("acknowledge");
    expect(await school.told(/ALARM 2/, () => school.until("10:17"))).toEqual(everyone);
  });

  it("S3: is not ended by a tap", async () => {
    await school.tom.presses("checkIn");
    expect(await school.told(/over/, () => school.settles())).toEqual([]);
  });

  it("S10: is quiet once stamped with who, when, reference and answer; the watch goes on", async () => {
    await school.ann.presses("recordDecision", {
      decision: "policeCalled",
      when: "10:17",
      reference: "DC-482",
      answer: "On their way",
    });
    await school.helen.sees(/Police called 10:17 by Mrs Ann Whitfield[\s\S]*DC-482[\s\S]*On their way/);
    expect(await school.told(/ALARM 2/, () => school.until("10:40"))).toEqual([]);
    await school.priya.isOffered("checkIn");
  });

  it("S2: ends when everybody has been spoken to or seen", async () => {
    const refused = await school.helen.isRefused("standDown", { why: "Police have them" });
    expect(refused.say).toMatch(/Nobody has spoken to/);
    const both = [school.priya, school.tom].map(({ person }) => person.id).join(",");
    const down = () => school.helen.presses("standDown", { why: "Police have them", spoken: both });
    expect(await school.told(/ALARM 2 is over.*stood down/, down)).toEqual(everyone);
  });
});
