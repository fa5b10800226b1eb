import type { Moment } from "../../policies/policy";
import type { PackName } from "./played";
import { Played } from "./played";
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
