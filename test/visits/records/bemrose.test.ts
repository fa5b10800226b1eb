import type { Input } from "../../../visits/command";
import { begin, lena, maya, nora, omar, visit, who } from "../bemrose/story";
import { finished, recordOf } from "./closed";

const dina = who("dina");
const hari = who("hari");
const second: Input = {
  stop2Pupil: "Ben Cole",
  stop2Address: "3 Low Road, Derby DE1 4CD",
  stop2Meets: "His father",
  stop2Arrive: "14:45",
  stop2Depart: "14:55",
};
const ewo: Input = {
  outsiderName: "Ann Roe",
  outsiderOrganisation: "Education Welfare",
  outsiderPhone: "+44 7700 900777",
};

type Told = { ask?: Input; minutes?: Input; alone?: boolean; unsafe?: boolean };

function closed({ ask = {}, minutes = {}, alone = false, unsafe = false }: Told = {}) {
  const story = begin();
  if (alone) story.past = { firstVisit: false, incidents: [] };
  const going = alone ? [maya] : [maya, omar];
  story.press(maya, "requestVisit", { ...visit, ...ask });
  if (!alone) story.press(omar, "agreeToVisit");
  story
    .press(maya, "assessRisk", { considered: "true" })
    .press(lena, "approve", { lone: "true", reason: "She knows them" })
    .until("13:30");
  for (const each of going) story.press(each, "signOut", { allTrue: "true" });
  story.press(nora, "takeWatch").until("14:00");
  for (const each of going) story.press(each, "arrive", { adult: "yes" });
  story.until("14:18");
  for (const each of going) story.press(each, "checkIn");
  if (unsafe) story.press(maya, "endUnsafe", { how: "unsafe" });
  story.until("14:40");
  for (const each of going) story.press(each, "signIn");
  story.press(maya, "writeMinutes", {
    text: "We agreed a plan for reading.",
    issues: "no",
    concern: "no",
    field_present: "Mrs Martin, who asked us in",
    field_notesExplained: "Yes, at the start",
    field_feedback: "Mr Bell, by word of mouth",
    outcomeTo: hari.id,
    ...minutes,
  });
  return unsafe ? finished(story, "meetAgain", maya, { note: "On Tuesday", meetWith: lena.id }) : story;
}

describe("the record of a closed visit at Bemrose", () => {
  const text = recordOf(closed({ ask: second }), maya);
  const onLeaving = /before leaving:\nMaya Ford, Omar Dean, each for themselves:\n((?:- .*\n)*)/.exec(text)?.[1];

  it.each([
    [
      "how it strengthens the partnership",
      "BEM-06",
      /partnership of home and school: We agree on how to read with her/,
    ],
    ["the solution hoped for", "BEM-08", /The solution you hope for: A plan for reading/],
    ["to whom the outcome went", "BEM-09", /Given to: Hari Bell/],
    ["that the guidance was considered", "BEM-13", /I have considered the policy's guidance\n/],
    ["who agreed to it beforehand", "BEM-14", /Approved: Lena Hart, Mon/],
    ["where they go throughout the day", "BEM-31", /12 Mill Lane, Derby, DE1 3AB, .*\n3 Low Road, Derby DE1 4CD/],
    ["whom they meet", "BEM-32", /to meet Mrs Martin, her mother, .*\n.*to meet His father/],
    ["from when to when", "BEM-33", /14:00–14:40.*\n.*14:45–14:55/],
    ["when they are due back", "BEM-34", /Planned times: .*back 15:00/],
    ["when they report in", "BEM-37", /hears from them: 14:20/],
    ["what it was for", "BEM-44, BEM-47", /Purpose: To agree how Ella comes back/],
    ["why it was necessary and not in school", "BEM-45, BEM-46", /Why not in school: Her mother cannot leave the baby/],
    ["who went", "BEM-48", /Visited by: Maya Ford, Omar Dean/],
    ["whom they needed to see", "BEM-54", /with the child or without: Her mother, without the child/],
    ["that the time suited the family", "BEM-56", /The time suits the family\n/],
    ["that everyone would be there", "BEM-57", /Everyone you want to see will be there\n/],
    ["that it was arranged by telephone, and with whom", "BEM-58", /By telephone: With Mrs Martin on Friday/],
    [
      "who was there and asked them in",
      "BEM-69, BEM-70, BEM-71",
      /Who was there, and who invited you in: Mrs Martin, who asked us in/,
    ],
    ["that notes were explained", "BEM-81", /That you explained your notes: Yes, at the start/],
    ["when they left, were there and came back", "BEM-90", /Maya Ford left 13:30, back 14:40; .*at the home 14:00/],
    ["who else has their feedback", "BEM-92", /Who else has your feedback.*: Mr Bell, by word of mouth/],
    ["whether the area is a risky one", "BEM-A-20", /Whether the area is a risky one: No/],
    ["how they travelled", "BEM-A-28", /How you travel.*: On foot/],
    [
      "animals, and whose advice was taken",
      "BEM-A-38",
      /Animals in the home, and whose advice you took about them: None/,
    ],
    [
      "the form, by whom it was considered and when",
      "BEM-A-01",
      /Community Lone Working Risk Assessment \(Appendix 1\): Low; Maya Ford, Mon/,
    ],
    ["the form's task", "BEM-A-02", /Task: lone working, out of office/],
    ["the form's occupations", "BEM-A-03", /Occupations: all staff/],
    ["the form's date", "BEM-A-05", /Date of assessment: any/],
    ["hazard 1 as low", "BEM-A-07", /family member who is aggressive or violent: Low/],
    ["hazard 2 as low", "BEM-A-13", /Driving: Low/],
    ["hazard 3 as low", "BEM-A-22", /Moving through public areas.*: Low/],
    ["hazard 4 as low", "BEM-A-30", /Illness, injury or accident: Low/],
    ["hazard 5 as low", "BEM-A-36", /Attack by a dog or other animal: Low/],
  ])("holds %s (%s)", (_what, _clause, said) => {
    expect(text).toMatch(said);
  });

  it.each([
    ["each one's part", "BEM-50", /clear about each person's part/],
    ["the subject", "BEM-51", /well informed about the subject/],
    ["the documents", "BEM-52", /the documents that are needed/],
    ["the family's circumstances", "BEM-55", /well informed about the family and its circumstances/],
    ["the risk assessment", "BEM-59", /referred to the lone working and home visits risk assessment/],
    [
      "identification, on no necklace lanyard",
      "BEM-66, BEM-68",
      /identification is with me, and on no necklace lanyard/,
    ],
    ["no large sum of money", "BEM-89", /carry no large sum of money/],
    ["a mobile phone", "BEM-A-12, BEM-A-33", /A mobile phone is with me/],
    ["a torch in the car", "BEM-A-16", /If I drive: a torch/],
    ["an attack alarm", "BEM-A-25", /attack alarm is with me/],
  ])("has both of them confirm %s on leaving (%s)", (_what, _clause, said) => {
    expect(onLeaving).toMatch(said);
  });

  it("names whoever came from another service (BEM-22, BEM-23)", () => {
    expect(recordOf(closed({ ask: ewo }), maya)).toMatch(/With them: Ann Roe, Education Welfare/);
  });

  it("has one alone confirm the code, and that the manager answered every concern (BEM-25, BEM-27)", () => {
    const lone = closed({ alone: true, ask: { companion: "", loneWhy: "Omar is ill" } });
    const record = recordOf(lone, maya);
    expect(record).toMatch(/Why alone: Omar is ill/);
    expect(record).toMatch(
      /Maya Ford, each for themselves:\n[\s\S]*- I keep to the City Council's Lone Working Code\n- I have no concern about going alone that my manager has not answered/,
    );
    expect(text).not.toMatch(/Lone Working Code/);
  });

  it("says that a threat ended it, and with whom of the Leadership Team it is held again (BEM-10, BEM-11)", () => {
    const record = recordOf(closed({ unsafe: true }), maya);
    expect(record).toMatch(/How it ended: Ended early: it did not feel safe/);
    expect(record).toMatch(/Another meeting: On Tuesday/);
  });

  it("says why what the document asks for wherever possible was not (BEM-56, BEM-57)", () => {
    const ask = {
      ...{ answer_allPresent: "false", whyNot_allPresent: "Her father works abroad" },
      ...{ answer_familyNeeds: "false", whyNot_familyNeeds: "She works shifts" },
    };
    const record = recordOf(closed({ ask }), maya);
    expect(record).toContain("Everyone you want to see will be there: not possible: Her father works abroad");
    expect(record).toContain("The time suits the family: not possible: She works shifts");
  });

  it("says why the outcome went to nobody (BEM-09)", () => {
    const record = recordOf(closed({ minutes: { outcomeTo: "", outcomeWhyNot: "They were there" } }), maya);
    expect(record).toMatch(/Given to: nobody: They were there/);
  });

  it("holds nothing of what was reported to others (BEM-83, P9)", () => {
    const reported = closed({ minutes: { concern: "yes", concernWhat: "CANARYCONCERN" } });
    expect(reported.toldTo(dina)).toContain("concern");
    expect(recordOf(reported, maya)).not.toContain("CANARY");
  });
});
