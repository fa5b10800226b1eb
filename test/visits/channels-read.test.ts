import { ann, grace, helen, joan, priya, samuel, tom } from "../people";
import { inside, type Story } from "./story";

/** S4: Tom, who is on the visit, is a senior leader and reads their channel. */

const read = (): Story =>
  inside()
    .until("14:20")
    .lists(tom, { roles: ["visitor", "slt"] });
const slt = { channel: "slt" };
type Does = (story: Story) => Story;
const calls: Does = (story) => story.press(priya, "checkIn", {}, { covert: true }).quiet();
const checksIn: Does = (story) => story.press(priya, "checkIn").quiet();
/** What the channel is shown of it, and what is said there. */
const inChannel = (story: Story) => [
  story.seen(slt),
  story.told
    .filter(({ to }) => "channel" in to && to.channel === slt.channel)
    .map(({ id, say, slot }) => ({ id, say, slot })),
];

const going = { decision: "goThere", who: `${samuel.id},${grace.id}`, why: "Near" };
const police = { decision: "policeCalled", when: "14:21", reference: "DC-482", answer: "On their way" };
const sends: Does = (story) => story.press(helen, "recordDecision", going, { no: 901 });
const none: Does = (story) => story;
const allBack: Does = (story) => story.press(priya, "signIn").press(tom, "signIn").quiet();
const later: Does = (story) => story.until("15:40");

describe("S4: a channel that somebody on the visit reads is shown the same with a discreet call and without one", () => {
  const told: [what: string, covertly: Does, ordinarily: Does][] = [
    ["while nobody has it", none, none],
    ["while somebody has it", (story) => story.press(samuel, "acknowledge", {}, { no: 901 }), none],
    ["once the police are called", (story) => story.press(helen, "recordDecision", police, { no: 901 }), none],
    ["once it is marked safe", (story) => story.press(joan, "standDown", { why: "Safe", spoken: priya.id }), none],
    ["once somebody is sent there", sends, none],
    ["while those who were sent are silent", (story) => later(sends(story)), later],
    [
      "when those who were sent tell of a child",
      (story) => sends(story).press(samuel, "reportChild", { what: "danger" }).press(joan, "takeConcern"),
      none,
    ],
    ["when the visitors are back before those who were sent", (story) => allBack(sends(story)), allBack],
    [
      "when everybody is back",
      (story) => allBack(sends(story)).press(samuel, "signIn").press(grace, "signIn").quiet(),
      allBack,
    ],
  ];
  it.each(told)("%s", (_what, covertly, ordinarily) => {
    const [covert, ordinary] = [covertly(calls(read())), ordinarily(checksIn(read()))];
    expect(covert.refusal).toBeUndefined();
    expect(inChannel(covert)).toEqual(inChannel(ordinary));
  });
});

it("S4: a channel's card of one visit says nothing of who has gone out on another, of whom one may read it", () => {
  const story = inside().press(ann, "takeWatch").quiet();
  const office = { channel: "office" };
  const atSchool = story.seen(office);
  expect(story.seen(office).offers).toContain("handOverWatch");
  expect(Object.assign(story, { away: [ann.id, helen.id] }).seen(office)).toEqual(atSchool);
});

it("S4: those who were sent because of it are told of one to one when they fall silent", () => {
  const story = later(sends(calls(read())));
  const [silent] = story.is.alarms.filter(({ about }) => about[samuel.id]);
  expect(silent).toMatchObject({ cause: "noContact", about: { [grace.id]: {} } });
  expect(story.told.filter(({ alarm }) => alarm === silent?.no).map(({ to }) => to)).toContainEqual({
    person: helen.id,
  });
});

it("S12: a channel that nobody on the visit reads hears it when those who were sent fall silent", () => {
  const story = later(sends(calls(inside().until("14:20"))));
  const [silent] = story.is.alarms.filter(({ about }) => about[samuel.id]);
  expect(story.told.filter(({ alarm }) => alarm === silent?.no).map(({ to }) => to)).toContainEqual(slt);
  expect(story.seen(slt).visitors.map(({ id }) => id)).toEqual([priya.id, tom.id, samuel.id, grace.id]);
});

describe("S4: the office's channel, in which somebody on the visit reads, says when everyone is back", () => {
  const office = { channel: "office" };
  const begun = () =>
    inside()
      .until("14:20")
      .lists(tom, { roles: ["visitor", "office"] });
  const said = (story: Story) =>
    story.told.filter(({ to, say }) => "channel" in to && to.channel === office.channel && say.key === "everyoneBack");
  const home: Does = (story) => story.until("14:40").press(priya, "signIn").press(tom, "signIn").quiet();

  it("as it would have without those who were sent because of a discreet call, and once", () => {
    const covert = home(sends(calls(begun())));
    const ordinary = home(checksIn(begun()));
    expect(said(ordinary)).toHaveLength(1);
    expect(said(covert)).toEqual(said(ordinary));
    covert.until("14:50").press(samuel, "signIn").press(grace, "signIn").quiet();
    expect([covert.is.everyoneBack, said(covert)]).toEqual([covert.now, said(ordinary)]);
    expect(said(covert.until("15:41"))).toEqual([]);
  });

  it("where nobody was sent, or nobody on the visit reads, when all are", () => {
    const helps: Does = (story) => story.press(priya, "askForHelp", { kind: "help" });
    const sent = (story: Story) => story.press(helen, "recordDecision", going, { no: story.alarm?.no });
    expect(said(home(sent(helps(begun()))))).toEqual([]);
    expect(said(home(sends(calls(inside().until("14:20")))))).toEqual([]);
  });
});

it("S4: whoever acts as a leader, on whatever day, and is on the visit reads the leaders' channel, and nobody else's acting makes it theirs", () => {
  const acting = (who: string): Story => {
    const one = { who, role: "principal", from: "2026-11-01", to: "2026-11-02", by: "the trust" };
    return calls(
      inside()
        .until("14:20")
        .setUp({ acting: [one] }),
    );
  };
  const covertIn = (story: Story) => story.seen(slt).alarms.some(({ cause }) => cause === "covert");
  expect([tom.id, joan.id].map((who) => covertIn(acting(who)))).toEqual([false, true]);
});
