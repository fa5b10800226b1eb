import { arrived } from "./scenes";
import { School } from "./school";

describe("an open call for help", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: arrived });
  });
  afterAll(() => school.close());
  const everyone = ["grace", "ann", "helen", "samuel", "office", "slt"];

  it("S3: in a word of chat reaches everybody at once", async () => {
    expect(await school.told(/ALARM 2.*asked for help/, () => school.priya.says("we need help please"))).toEqual(
      everyone,
    );
    await school.priya.sees(/your call for help is saved/i);
  });

  it("S2: comes again every two minutes, and after the hold of whoever took it", async () => {
    expect(await school.told(/ALARM 2/, () => school.until("10:13"))).toEqual(everyone);
    await school.samuel.presses("acknowledge");
    expect(await school.told(/ALARM 2/, () => school.until("10:17"))).toEqual([]);
    expect(await school.told(/ALARM 2/, () => school.until("10:19"))).toEqual(everyone);
  });

  it("S3: is ended by nothing that the visitors press, not even by coming back", async () => {
    for (const verb of ["checkIn", "leave", "signIn"]) await school.priya.presses(verb);
    await school.tom.presses("signIn");
    expect(await school.told(/over/, () => school.until("10:20"))).toEqual([]);
  });

  it("S2: is over when a person records that they have been spoken to", async () => {
    const spoke = () => school.helen.presses("recordCall", { outcome: "ok", ...school.both });
    expect(await school.told(/ALARM 2 is over/, spoke)).toEqual(everyone);
    expect(await school.told(/ALARM/, () => school.program.advance("PT1H"))).toEqual([]);
  });
});
