import { typedOn } from "../channel/card";
import { request } from "../request";
import { prepared } from "./scenes";
import { School } from "./school";

describe("a visit that the Principal sends back for changes", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open({ after: prepared });
  });
  afterAll(() => school.close());
  const ticks = "necessary,bestInterests,safeguarding,whichStaff,briefing";

  it("is told to the staff with what to change", async () => {
    const { priya, helen } = school;
    const ask = () => helen.presses("askForChanges", { why: "Half an hour later, please." });
    expect(await school.told(/asks for changes/, ask)).toEqual(["priya", "tom"]);
    await priya.sees("Half an hour later, please.");
  });

  it("is changed by either of them, on a form that holds what was asked for, and goes round again", async () => {
    const { priya, tom, helen } = school;
    await school.until("09:20");
    const asked = await helen.isOffered("decline");
    const stale = { ...asked, card: structuredClone(asked.card) };
    await tom.presses("amend");
    const form = await tom.isOffered("amend");
    expect(typedOn(form.card)).toMatchObject(request);
    const change = () => tom.pressesOn(form, "amend", { start: "10:30", back: "11:30" });
    expect(await school.told(/asks again for your approval.*Needed by 10:30(?!.*late)/, change)).toEqual(["helen"]);
    await helen.sees("Half an hour later, please.");
    expect(await helen.isRefusedOn(stale, "decline", { why: "No." })).toMatchObject({
      say: expect.stringMatching(/plan has changed/i),
    });
    const approve = () => helen.presses("approve", { reason: "Good", ticks });
    expect(await school.told(/approved by Helen Marsh.*10:30/, approve)).toEqual(["priya", "tom"]);
    await priya.isOffered("signOut");
  });
});
