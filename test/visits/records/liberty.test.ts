import type { Input } from "../../../visits/command";
import { request as common, schoolOn } from "../schools";
import { finished, recordOf } from "./closed";

const { who, begin } = schoolOn("liberty");
const [lena, marc, olive, paul] = [who("lena"), who("marc"), who("olive"), who("paul")];

const request: Input = {
  ...common,
  reason: "returning",
  companion: marc.id,
  reportAt: "14:30",
  answer_whyVisit: "Ella will not come into school",
  answer_bestInterests: "She feels safe at home",
  answer_returnContact: "Mrs Penn, by phone",
  answer_signed: "true",
};

function closed(change: Input = {}, minutes: Input = { field_takenThere: "true" }) {
  const story = begin()
    .press(lena, "requestVisit", { ...request, ...change })
    .press(marc, "agreeToVisit")
    .press(paul, "approve", {
      reason: "Best at home",
      ticks: "sanctioned,theseStaff",
      sanction_authorities: "Social care, by phone on Friday",
    });
  finished(story, "advise", lena, { note: "Mr Low at the council, 11:10" }).until("13:30");
  for (const each of [lena, marc]) story.press(each, "signOut", { allTrue: "true" });
  story.press(olive, "takeWatch").until("14:00").press(lena, "arrive").until("14:28");
  for (const each of [lena, marc]) story.press(each, "checkIn");
  story.until("14:50");
  for (const each of [lena, marc]) story.press(each, "signIn");
  story.press(lena, "writeMinutes", {
    text: "We agreed mornings.",
    issues: "no",
    concern: "no",
    action1: "Ring on Friday",
    actionWho1: marc.id,
    followUp: "Meet again in a month",
    ...minutes,
  });
  finished(story, "release", paul);
  return finished(story, "copy", lena, { note: "Posted today" });
}

describe("the record of a closed visit at Liberty", () => {
  const text = recordOf(closed(), lena);

  it.each([
    ["how it keeps best interests", "LAT-07", /best interests\?: She feels safe at home/],
    ["why it was necessary", "LAT-10", /Why is this one necessary\?: Ella will not come into school/],
    ["what the authorities said to it", "LAT-12", /The appropriate authorities.*: Social care, by phone on Friday/],
    ["in which role each went", "LAT-24", /Visited by: Lena Fox \(Teacher\), Marc Owen \(Psychologist\)/],
    ["when it was meant to be", "LAT-25", /Planned times: leave 13:30, there 14:00, back 15:00/],
    ["whom at base they contact and when", "LAT-26", /hears from them: 14:30[\s\S]*and how\?: Mrs Penn, by phone/],
    ["what was arranged with the parents", "LAT-27", /Parents: Agreed with the parents: With Mrs Martin on Friday/],
    [
      "that the authority was telephoned",
      "LAT-28",
      /Local Authority.*by telephone: Mr Low at the council, 11:10 \(Lena Fox, Mon/,
    ],
    ["that other parties were", "LAT-29", /Any other relevant party.*: Mr Low/],
    ["that it was confirmed in writing", "LAT-30", /Those who were telephoned, by email or letter.*: Mr Low/],
    ["that whoever asked signed it", "LAT-33", /All relevant information is recorded here, and I sign it\n/],
    [
      "that the Principal sanctioned it on that",
      "LAT-34",
      /Approved: Paul Adair, Mon.*\nConfirmed with the approval:\nThe visit is necessary, and I sanction it/,
    ],
    ["the minutes", "LAT-35", /What was discussed: We agreed mornings\./],
    ["the action plan", "LAT-36", /Action plan:\n[\s\S]*Ring on Friday \(Marc Owen\)/],
    ["the follow-up", "LAT-37", /Meet again in a month/],
    ["to whom copies went", "LAT-39", /Parents or carers: Posted today \(Lena Fox/],
    ["that the authorities have one", "LAT-40", /Local Authority \/ Social Services, if appropriate: Posted today/],
  ])("holds %s (%s)", (_what, _clause, said) => {
    expect(text).toMatch(said);
  });

  it("says whether the minutes were taken during the visit, or that nobody has said so (LAT-35)", () => {
    expect(text).toMatch(/The minutes were taken in writing during the visit: yes/);
    expect(recordOf(closed({}, {}), lena)).toMatch(/during the visit: nobody has said/);
  });

  it("holds why the parents could not be asked; the authorities were told all the same (LAT-31, LAT-28)", () => {
    const unasked = closed({ agreed: "welfareCheck", unannouncedWhy: "Nobody has seen her for two weeks" });
    const record = recordOf(unasked, lena);
    expect(record).toMatch(/Parents: Unannounced \(The visit is about.*\): Nobody has seen her for two weeks/);
    expect(record).toMatch(/by telephone: Mr Low/);
  });

  it("has what each of them confirmed on leaving (LAT-25, LAT-26)", () => {
    expect(text).toMatch(
      /Lena Fox, Marc Owen, each for themselves:\n- I know when we are due there and when back\n- I know whom at base to contact and when/,
    );
  });
});
