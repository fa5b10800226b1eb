import type { Input } from "../../../visits/command";
import { abel, asked, derek, paula, ryan, sita } from "../hexthorpe/story";
import { finished, recordOf } from "./closed";

/** Two doors of one round, of a safeguarding nature, from the request to clean hands. */
const round: Input = {
  answer_safeguarding: "yes",
  stop2Pupil: "Kofi Boateng",
  stop2Address: "40 Park Street, Derby DE1 2BB",
};

function back(more: Input, outing: "round" | "broken off") {
  const story = asked(more)
    .press(derek, "recordTalk", { note: "Two go, and ring before they knock", on: "2026-11-20" })
    .press(paula, "approve")
    .until("13:30");
  for (const each of [ryan, sita]) story.press(each, "signOut", { allTrue: "true" });
  story.press(abel, "takeWatch").until("14:00").press(ryan, "arrive").until("14:15");
  if (outing === "round") story.press(ryan, "nextStop", { outcome: "spoken", door: "1" }).until("14:25");
  else story.press(ryan, "endUnsafe", { how: "unsafe" });
  story.until("14:40");
  for (const each of [ryan, sita]) story.press(each, "signIn");
  return story;
}

function closed(more: Input = round, outing: "round" | "broken off" = "round") {
  const story = back(more, outing).press(ryan, "writeMinutes", {
    text: "We agreed mornings.",
    issues: "no",
    concern: "no",
    action1: "See the nurse",
    actionWho1: sita.id,
    actionAbout1: "health",
    field_parentViews: "They feel heard",
    otherIssues: "The bus is late",
    otherIssuesTo: abel.id,
  });
  if (outing === "broken off") finished(story, "meetAgain", ryan, { note: "On Tuesday, in school" });
  story.until("14:45");
  for (const each of [ryan, sita]) {
    const check = story.is.tasks.find((task) => task.kind === "returnChecks" && task.for.includes(each.id));
    story.press(each, "completeTask", {}, { no: check?.no });
  }
  return story;
}

describe("the record of a closed visit at Hexthorpe", () => {
  const text = recordOf(closed(), ryan);
  const onLeaving = /before leaving:\nRyan Cole, Sita Rao, each for themselves:\n((?:- .*\n)*)/.exec(text)?.[1];

  it.each([
    ["why it could not be on site", "HEX-20", /Why not in school: Her mother cannot leave the baby/],
    ["that it was planned and coordinated, and approved by nobody", "HEX-28", /Planned and coordinated: Paula Finch/],
    [
      "the talk that came first",
      "HEX-41",
      /A visit of a safeguarding nature \(Derek Hale\): Two go, and ring before they knock/,
    ],
    [
      "each door, and what came of it",
      "HEX-44",
      /12 Mill Lane, Derby, DE1 3AB, spoken to\n40 Park Street, Derby DE1 2BB/,
    ],
    ["when they were expected back", "HEX-46", /Planned times: .*back 15:00/],
    [
      "hands sanitised between two homes",
      "HEX-37",
      /between two homes:\nRyan Cole, 14:15, each for themselves:\n- Sanitise your hands before the next visit/,
    ],
    ["hands washed on return, by both", "HEX-36", /on return:\nRyan Cole, 14:45; Sita Rao, 14:45.*\n- Wash your hands/],
    [
      "hands sanitised on return, by both",
      "HEX-58",
      /on return:\nRyan Cole, 14:45; Sita Rao, 14:45.*\n- Wash.*\n- Sanitise your hands too/,
    ],
    ["what the parents think", "HEX-15", /What the parents think: They feel heard/],
    ["what else parents raised", "HEX-50", /Other things that parents raised: The bus is late/],
    ["the discussion", "HEX-59", /What was discussed: We agreed mornings\./],
    ["the action points", "HEX-60", /Action plan: .*See the nurse \(Sita Rao\)/],
    ["whose procedure an action belongs to", "HEX-65", /Health: See the nurse/],
  ])("holds %s (%s)", (_what, _clause, said) => {
    expect(text).toMatch(said);
  });

  it("says of nobody that they approved it", () => {
    expect(text).not.toMatch(/Approved/);
  });

  it.each([
    ["that they follow the policy's procedures", "HEX-12", /follow the procedures of the Home Visit Policy/],
    ["phones with them, switched on", "HEX-31, HEX-32", /mobile phone is with me and switched on/],
    ["masks", "HEX-34", /a mask with me and wear it on the visit/],
    ["washed hands", "HEX-35", /I have washed my hands/],
    ["the pupil's details and history", "HEX-40", /the pupil's details and relevant history/],
    ["the name badge with photo", "HEX-42", /name badge with photo is on me, clearly to be seen/],
    [
      "the circumstances and the situation at home",
      "HEX-49",
      /fully informed of the current circumstances and the situation at home/,
    ],
  ])("has both of them confirm %s on leaving (%s)", (_what, _clause, said) => {
    expect(onLeaving).toMatch(said);
  });

  it("says that it was broken off, and how they meet again (HEX-53, HEX-54, HEX-55)", () => {
    const record = recordOf(closed({ answer_safeguarding: "yes" }, "broken off"), ryan);
    expect(record).toMatch(/How it ended: Ended early: it did not feel safe/);
    expect(record).toMatch(/Another meeting: On Tuesday, in school/);
    const open = back({ answer_safeguarding: "yes" }, "broken off");
    expect(open.is.tasks.find(({ kind }) => kind === "meetAgain")?.done).toBeUndefined();
    expect(open.is.phase).toBe("back");
  });
});
