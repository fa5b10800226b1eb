import { drawCard, drawVisits } from "../../../cards/draw";
import { alarmOf, ann, at, away, context, helen, priya, sightOf, tom, visitor } from "../../../cards/sample-visit";
import { markdownOf, nodesOf, plainOf } from "../tree";

const textOf = (card: object): string => [...markdownOf(card), ...plainOf(card)].join("\n");
type Change = Parameters<typeof sightOf>[0];
type Changed = NonNullable<Change>["changed"];
const drawn = (card: "visit" | "approval" | "agree", change: Change) => textOf(drawCard({ card }, sightOf(change)));

describe("the card of a visit", () => {
  it("says to whoever does not go along that they don't, and asks nothing of them", () => {
    const nobody = { visitors: [], watch: undefined, missing: [], guidance: [] };
    const text = drawn("visit", { viewer: tom, phase: "out", pupil: undefined, ...nobody, next: { key: "notGoing" } });
    expect(text).toContain("You are not going on this visit");
    expect(text).not.toContain("Nothing to do now");
  });

  it("says which telling is still to be done, and nothing of what is done while they are out", () => {
    const line = { id: "authority", text: "Social Services, by telephone", clauses: ["LAT-28"] };
    const told = (done: boolean) => [{ no: 1, kind: "advise", due: at("13:05"), done, mine: true, line } as const];
    expect(drawn("visit", { phase: "ready", tasks: told(false) })).toContain(
      "by 13:05 · Social Services, by telephone",
    );
    expect(drawn("visit", { phase: "out", tasks: told(true) })).not.toContain("Social Services");
  });

  it("says of what was not needed that it was not, and never that it is done", () => {
    const finished = { by: priya, at: at("12:00"), note: "The visit was called off.", how: "notNeeded" } as const;
    const tasks = [{ no: 1, kind: "advise", due: at("13:05"), done: true, mine: true, finished } as const];
    const text = drawn("visit", {
      phase: "off",
      off: { by: priya, at: at("12:00"), how: "cancelled", why: "" },
      tasks,
    });
    expect(text).toContain("Not needed");
    expect(text).not.toContain("✓ done");
  });

  it("names everybody who has something left to write", () => {
    const task = (no: number, who: { id: string; name: string }) =>
      ({ no, kind: "action", due: at("13:05"), done: false, mine: false, for: [who] }) as const;
    const tasks = [task(1, helen), task(2, priya), task(3, helen)];
    expect(drawn("visit", { viewer: tom, phase: "back", tasks, next: { key: "othersWrite" } })).toContain(
      "What is left is for Helen Marsh and Priya Shah",
    );
  });

  it("begins a sentence with a capital letter, and names several first doors in one", () => {
    const text = drawn("visit", {
      phase: "out",
      offers: ["reportChild"],
      visitors: [visitor(priya, { outing: away() })],
    });
    expect(text).toContain("Worried about a child? The DSL (or deputy) hears of it at once");
    expect(drawn("visit", { firstVisit: true, firstDoors: [0, 1, 2] })).toContain("First visit at doors 1, 2 and 3");
    expect(drawn("visit", { firstVisit: true, firstDoors: [1] })).toContain("First visit at door 2");
  });

  it("says who has the watch to whoever has not (S5)", () => {
    const watched = { phase: "out", watch: { by: ann, at: at("13:00") }, next: { key: "watch" } } as const;
    expect(drawn("visit", { ...watched, viewer: helen })).toContain("Ann Whitfield has the watch over");
    expect(drawn("visit", { ...watched, viewer: ann })).toContain("You have the watch over");
  });
});

it("the approval says what was asked for and what has changed since", () => {
  const asked = { by: helen, at: at("10:04"), why: "Please go an hour later" };
  const said = (what: string[]) => drawn("approval", { viewer: helen, offers: ["approve"], changed: { what, asked } });
  expect(said(["visitors", "time"])).toContain("Changed since then: who goes, the time");
  expect(said(["time"])).toContain("Helen Marsh asked for changes, 10:04: Please go an hour later");
  expect(said([])).toContain("Sent again without a change to the plan");
});

it("S3, S10: an alarm's silence, and what is said to 999, is of each by their own time, and not of whoever has been spoken to", () => {
  const about = (spoken?: { by: string; at: number }) => [
    { ...priya, lastContact: at("13:10") },
    { ...tom, lastContact: at("14:12"), ...(spoken ? { spoken } : {}) },
  ];
  const said = (spoken?: { by: string; at: number }) =>
    textOf(
      drawCard(
        { card: "alarm", no: 3 },
        sightOf({ viewer: ann, phase: "out", alarms: [alarmOf({ about: about(spoken) })] }),
      ),
    );
  expect(said()).toContain("No contact with Priya Shah since 13:10, and with Tom Okafor since 14:12");
  const police = sightOf({ viewer: helen, phase: "out", alarms: [alarmOf({ about: about(), ask: "police" })] });
  expect(textOf(drawCard({ card: "alarm", no: 3 }, police))).toContain(
    "We last heard from Priya Shah at 13:10, and from Tom Okafor at 14:12.",
  );
  expect(said({ by: ann.name, at: at("14:13") })).toContain("No contact with Priya Shah since 13:10");
  const pressed = alarmOf({
    about: [
      { ...priya, lastContact: at("13:10") },
      { ...tom, lastContact: at("14:12"), pressed: true },
    ],
  });
  const text = textOf(drawCard({ card: "alarm", no: 3 }, sightOf({ viewer: ann, phase: "out", alarms: [pressed] })));
  expect(text).toContain("No contact with Priya Shah since 13:10. Nobody has heard the voice of Tom Okafor");
});

it("S2: an alarm about several that are silent has nobody ticked beforehand; about the last of them it has that one, and about one it asks nothing", () => {
  const ticked = (...about: object[]) => {
    const alarm = alarmOf({ about: about as ReturnType<typeof alarmOf>["about"], offers: ["recordCall"] });
    const card = drawCard({ card: "alarm", no: alarm.no }, sightOf({ viewer: ann, phase: "out", alarms: [alarm] }));
    return nodesOf(card)
      .filter(({ id }) => id === "about")
      .map(({ value, isRequired }) => [value, isRequired]);
  };
  const [one, other] = [priya, tom].map((who) => ({ ...who, lastContact: at("13:10") }));
  expect(ticked(one as object, other as object)).toEqual([["", undefined]]);
  expect(ticked({ ...one, spoken: { by: ann.name, at: at("14:13") } }, other as object)).toEqual([[tom.id, undefined]]);
  expect(ticked(one as object)).toEqual([]);
});

it("a visit for which something is owed is called closed on no card: what is owed stands there, and whose it is", () => {
  const filing = (done: boolean) =>
    sightOf({
      phase: "closed",
      closed: at("15:10"),
      now: at("15:40"),
      tasks: [{ no: 1, kind: "file", due: at("16:10"), done, mine: true, for: [priya] }],
    });
  const card = (done: boolean) => textOf(drawCard({ card: "visit" }, filing(done)));
  const list = (done: boolean) => textOf(drawVisits([filing(done)], context));
  expect(card(false)).toContain("The visit is over. Still to be done: Filing (Priya Shah)");
  expect(card(false)).not.toContain("This visit is closed");
  expect(card(true)).toContain("This visit is closed");
  expect([list(false), list(true)]).toEqual([
    expect.stringContaining("over, something left to do"),
    expect.stringContaining("· closed"),
  ]);
});

it("where no time to leave was given the plan says so, and each time that is added by itself stands beside its button", () => {
  const times = (leave: string) => ({ leave: at(leave), start: at("13:30"), back: at("14:30") });
  const plan = (leave: string) => drawn("visit", { times: times(leave) });
  expect(plan("13:30")).toContain("leave and there 13:30 (no earlier time to leave was given), back 14:30");
  expect(plan("13:05")).toContain("leave 13:05, there 13:30, back 14:30");
  const late = alarmOf({ cause: "notBack", offers: ["recordCall"] });
  const card = drawCard({ card: "alarm", no: late.no }, sightOf({ viewer: ann, phase: "out", alarms: [late] }));
  expect(nodesOf(card).find(({ id }) => id === "back")?.label).toBe("New time back (if they said none: in 30 minutes)");
});

it("a long question of the policy stands above its answer, and what was confirmed in one line", () => {
  const answers = [
    { id: "why", text: "Why is this visit necessary?", clauses: ["LAT-10"], said: "We hear nothing" },
    { id: "signed", text: "I sign it", clauses: ["LAT-33"], said: "" },
  ];
  const card = drawCard({ card: "approval" }, sightOf({ viewer: helen, answers }));
  expect(nodesOf(card).filter(({ type }) => type === "FactSet")).toEqual([
    expect.objectContaining({
      facts: expect.not.arrayContaining([expect.objectContaining({ value: "We hear nothing" })]),
    }),
  ]);
  expect(markdownOf(card)).toEqual(
    expect.arrayContaining(["Why is this visit necessary? (LAT-10)", "We hear nothing", "✓ I sign it (LAT-33)"]),
  );
});

it("the watch of whoever is only told of the visit says who has it, and nothing to do", () => {
  const sight = sightOf({
    viewer: ann,
    phase: "out",
    watch: { by: helen, at: at("13:00") },
    next: { key: "notGoing" },
  });
  const text = textOf(drawCard({ card: "watch" }, sight));
  expect(text).toContain("Helen Marsh has the watch");
  expect(text).not.toContain("You are not going");
});

it("what has changed before anybody decided stands before whoever decides, and before whoever is asked along again", () => {
  const sees = (changed: Changed) => drawn("approval", { viewer: helen, offers: ["approve"], changed });
  expect(sees({ what: ["time"], before: true })).toContain("Changed since it was first asked for: the time");
  expect(sees({ what: ["time"] })).not.toContain("Changed");
  const asked = (changed: Changed) => drawn("agree", { viewer: tom, offers: ["agreeToVisit"], changed });
  expect(asked({ what: ["time", "place"], again: true })).toContain("Changed since you were asked: the time, where");
  expect(asked({ what: ["time"] })).not.toContain("Changed");
});

it("of one's own visits the one that one is out on comes first, then the next ones, then the last ones", () => {
  const of = (pupil: string, phase: "ready" | "out" | "closed", day: number, time = "13:20") =>
    sightOf({
      pupil,
      phase,
      times: { leave: at(time, day), start: at(time, day), back: at("14:30", day) },
    });
  const list = [of("Later", "ready", 24, "14:00"), of("Next", "ready", 24), of("Long ago", "closed", 9)];
  const text = textOf(drawVisits([...list, of("Lately", "closed", 20), of("Now", "out", 24)], context));
  expect(text.match(/Now|Next|Later|Lately|Long ago/g)).toEqual(["Now", "Next", "Later", "Lately", "Long ago"]);
});
