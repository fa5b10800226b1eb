import { drawCard } from "../../cards/draw";
import type { Line } from "../../policies/policy";
import type { Person } from "../../schools/school";
import type { Input } from "../../visits/command";
import { recordParts } from "../../visits/record/text";
import { nodesOf } from "../cards/tree";
import { priya, tom } from "../people";
import * as bemrose from "./bemrose/story";
import * as hexthorpe from "./hexthorpe/story";
import { schoolOn } from "./schools";
import { approved, day, type Story } from "./story";

const common: Input = {
  pupil: "Ella Martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  purpose: "To agree how Ella comes back",
  date: day,
  leave: "13:30",
  start: "14:00",
  back: "15:00",
  agreed: "agreed",
  agreedHow: "By phone with Mrs Martin",
};

function readyAtLiberty(): Story {
  const { begin, who } = schoolOn("liberty");
  const asked = { answer_whyVisit: "a", answer_bestInterests: "b", answer_returnContact: "c", answer_signed: "true" };
  return begin()
    .press(who("lena"), "requestVisit", {
      ...common,
      ...asked,
      reason: "returning",
      reportEvery: "30",
      companion: who("marc").id,
    })
    .press(who("marc"), "agreeToVisit")
    .press(who("paul"), "approve", {
      ticks: "sanctioned,theseStaff",
      sanction_authorities: "None needed",
      reason: "Needed",
    });
}

function readyAtThomasMore(): Story {
  const { begin, who } = schoolOn("thomas-more");
  return begin()
    .press(who("rosa"), "requestVisit", { ...common, reason: "support", socialWorker: "no", companion: who("eric").id })
    .press(who("eric"), "agreeToVisit")
    .press(who("rosa"), "assessRisk", { useGeneric: "true", considered: "true" })
    .press(who("simon"), "approve", { ticks: "discussed,bestInterests", reason: "Needed" });
}

const schools: [string, () => Story, Person, Person][] = [
  ["Aspire", () => approved(), priya, tom],
  ["Liberty", readyAtLiberty, schoolOn("liberty").who("lena"), schoolOn("liberty").who("marc")],
  ["Thomas More", readyAtThomasMore, schoolOn("thomas-more").who("rosa"), schoolOn("thomas-more").who("eric")],
  ["Hexthorpe", () => hexthorpe.coordinated(), hexthorpe.ryan, hexthorpe.sita],
  ["Bemrose", () => bemrose.agreed(), bemrose.maya, bemrose.omar],
];

const textsOn = (story: Story, viewer: Person): string[] =>
  nodesOf(drawCard({ card: "visit" }, story.seen(viewer))).flatMap(({ text }) =>
    typeof text === "string" ? [text] : [],
  );

const confirmedIn = (story: Story): string =>
  recordParts(story.is, story.facts(priya)).find(({ id }) => id === "ready")?.text ?? "";

describe.each(schools)("before anybody leaves at %s", (_, ready, ...visitors) => {
  const due = ready().until("13:30");
  const lines = due.policy.departure.value;
  const shown = new Map<Person, string>();
  /** The card is the same for every line of it. */
  const cardOf = (viewer: Person): string => {
    const text = shown.get(viewer) ?? textsOn(due, viewer).join("\n");
    shown.set(viewer, text);
    return text;
  };
  const named = lines.map((line): [string, string, Line] => [line.text, line.clauses.join(", "), line]);

  it.each(named)("keeps “%s” with who confirmed it (%s)", (_text, _clauses, line) => {
    const [first, second] = visitors;
    const story = due.branch();
    for (const { no } of story.is.tasks) story.press(first, "completeTask", { note: "By phone" }, { no });
    story.press(first, "signOut", { allTrue: "true", vehicle: "On foot" });
    expect(story.is.outings[first.id]).toBeDefined();
    story.press(second, "reportOut");
    const [said = "", ...rest] = confirmedIn(story).split("\n");
    expect(said).toContain(first.name);
    expect(said).not.toContain(second.name);
    expect(rest).toContain(`- ${line.text}`);
    expect(rest.at(-1)).toMatch(new RegExp(`^${second.name}: not confirmed`));
  });

  it.each(named)("each of them reads “%s”, and confirms it (%s)", (_text, _clauses, line) => {
    for (const viewer of visitors) {
      const story = due.branch();
      expect(story.is.phase).toBe("ready");
      expect(cardOf(viewer)).toContain(line.text);
      expect(story.press(viewer, "signOut", { vehicle: "On foot" }).refusal?.refused).toBe("checklist");
      expect(story.is.outings[viewer.id]).toBeUndefined();
    }
  });
});
