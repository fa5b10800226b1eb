import type { Moment } from "../../policies/policy";
import type { Person } from "../../schools/school";
import type { PackName } from "./played";
import { Played } from "./played";
import { packs, type Rights, rightsAt } from "./rights/states";
import type { Story } from "./story";

const pairs: readonly (readonly [PackName, string, string])[] = [
  ["aspire", "priya", "tom"],
  ["bemrose", "maya", "omar"],
  ["hexthorpe", "paula", "ryan"],
  ["liberty", "lena", "marc"],
  ["thomas-more", "rosa", "eric"],
];

/** How a visitor comes to each moment while out. */
const moments = (school: Played, lead: string): Partial<Record<Moment, (story: Story) => Story>> => {
  const me = school.who(lead);
  return {
    atTheDoor: (story) => story.until("13:50"),
    inside: (story) => story.until("14:00").press(me, "arrive", { adult: "yes" }),
    emergency: (story) => story.press(me, "askForHelp"),
    noOneHome: (story) => story.until("14:00").press(me, "noOneHome").until("14:10"),
    unsafe: (story) => story.until("14:00").press(me, "endUnsafe", { how: "unsafe" }),
    return: (story) => story.until("14:30").press(me, "leave"),
  };
};

describe.each(pairs)("the guidance of %s", (pack, lead, companion) => {
  const school = new Played(pack);
  const here = Object.entries(moments(school, lead));

  it.each(here)("is on the card %s, all of it, and is the document's own or marked as not", (moment, comes) => {
    const told = school.policy.guidance.value.filter((line) => line.moment === moment);
    const seen = comes(school.out(lead, companion))
      .seen(school.who(lead))
      .guidance.map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining(told.map(({ id }) => id)));
    expect(told.every(({ clauses }) => clauses.length > 0) || school.policy.guidance.by === "school").toBe(true);
  });

  it("changes with the moment", () => {
    const said = here.map(([, comes]) =>
      JSON.stringify(comes(school.out(lead, companion)).seen(school.who(lead)).guidance),
    );
    expect(new Set(said).size).toBeGreaterThan(1);
  });

  it("is the visitors' own, and nobody else's", () => {
    const story = school.out(lead, companion).until("14:00");
    const others = school.roster.people.filter(({ id }) => !story.is.plan.visitors.includes(id));
    for (const one of others) expect(story.seen(one).guidance).toEqual([]);
  });
});

it("says how long they wait, and what they leave there, while they wait (AET-51, AET-53, AET-54)", () => {
  const school = new Played("aspire");
  const priya = school.who("priya");
  const story = school.out("priya", "tom").until("14:00").press(priya, "arrive", { adult: "no" });
  const shown = story.seen(priya).guidance.map(({ id }) => id);
  expect(story.is.meeting?.state).toBe("waiting");
  expect(shown.slice(0, 2)).toEqual(["waitTen", "leaveNote"]);
  expect(shown).toContain("strangers");
  story.press(priya, "arrive", { adult: "yes" });
  expect(story.seen(priya).guidance.map(({ id }) => id)).not.toContain("waitTen");
});

describe("rows of a policy beside its guidance", () => {
  const textsFor = (school: Rights, story: Story) => story.seen(school.lead).guidance.map(({ text }) => text);

  it.each(packs)(
    "are on the card of whoever goes from %s before they leave: what they know, and what they ask",
    (pack) => {
      const school = rightsAt(pack);
      const { briefing, healthCheck, guidance } = school.policy;
      const ready = textsFor(school, school.in("ready"));
      const said = guidance.value.filter(({ moment }) => moment === "beforeLeaving").flatMap(({ clauses }) => clauses);
      const unsaid = [...briefing.value, ...healthCheck.value].filter(
        ({ clauses }) => !clauses.every((one) => said.includes(one)),
      );
      for (const { text } of unsaid) expect(ready.some((line) => line.endsWith(text))).toBe(true);
      expect(textsFor(school, school.in("out")).filter((line) => /^(Know before|Ask the family)/.test(line))).toEqual(
        [],
      );
    },
  );

  it("say which letter goes where, once, where the guidance does not", () => {
    const school = rightsAt("thomas-more");
    const story = school.in("out").until("14:00");
    const letter = (texts: readonly string[]) => texts.filter((text) => /letter/i.test(text));
    expect(letter(textsFor(school, story))).toEqual(["Explain what the visit is for, and give the home visit letter"]);
    story.policy = { ...story.policy, guidance: { ...story.policy.guidance, value: [] } };
    expect(letter(textsFor(school, story))).toEqual(["The home visit letter is given to the parents or carers"]);
  });

  it("tell of a change of plan whom the policy names, whoever has the watch (AET-90, BEM-A-18)", () => {
    const school = new Played("aspire");
    const [priya, ann, helen] = ["priya", "ann", "helen"].map((name) => school.who(name)) as [Person, Person, Person];
    const story = school
      .out("priya", "tom")
      .press(helen, "takeWatch")
      .until("13:45")
      .press(priya, "changePlan", { more: "30" });
    for (const who of [helen, ann]) expect(story.toldTo(who)).toContain("planChanged");
  });

  it("let whoever is asked to go along refuse, and offer no button where the policy lets nobody (BEM-21)", () => {
    const school = rightsAt("bemrose");
    const story = school.asked();
    expect(story.seen(school.companion).offers).toContain("refuseVisit");
    story.policy = { ...story.policy, mayRefuse: { ...story.policy.mayRefuse, value: false } };
    expect(story.seen(school.companion).offers).not.toContain("refuseVisit");
    expect(story.press(school.companion, "refuseVisit", { why: "Ill" }).refusal).toBeUndefined();
  });
});
