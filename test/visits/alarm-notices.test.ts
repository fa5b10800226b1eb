import type { Policy, Step } from "../../policies/policy";
import type { Person } from "../../schools/school";
import { evolve } from "../../visits/evolve";
import { recipientKey } from "../../visits/notice";
import { calledFromNowhere } from "../../visits/overheard";
import type { Visit } from "../../visits/visit";
import { alarmNotices } from "../../visits/wanted/alarms";
import { ann, cast, grace, helen, priya, samuel, tom } from "../people";
import { at, begin, inside, leaving, out, request, type Story } from "./story";

/** Who is told what of an alarm, how urgently, since when, and who is mentioned. */

const name = (id: string) => (cast.find((one) => one.id === id)?.name.split(" ")[0] ?? id).toLowerCase();
const clock = (time: number) => new Date(time).toISOString().slice(11, 16);
const noticesOf = ({ is, policy, roster, now }: Story) => alarmNotices(is, { policy, roster, away: [], now });
/** `ann alarm 2/call/1 since 15:10 @ann !1`: to whom, what, its step and round, since when, whom it mentions, how urgent. */
const told = (story: Story): string[] =>
  noticesOf(story).map(({ to, say, id, at, mention = [], urgency }) =>
    [
      `${name(recipientKey(to))} ${say.key} ${id.split("/").slice(1, -1).join("/")} since ${clock(at)}`,
      ...mention.map((one) => `@${name(one)}`),
      `!${urgency}`,
    ].join(" "),
  );
const argsOf = (story: Story, to: string, key = "alarm") =>
  noticesOf(story).find((notice) => recipientKey(notice.to) === to && notice.say.key === key)?.say.args;
const silent = (until = "15:10") => inside().press(priya, "changePlan", { back: "15:55" }).until("15:10").until(until);
const covert = (who = priya) => inside().until("14:20").press(who, "checkIn", {}, { covert: true });

describe("an alarm that is open", () => {
  it("is told first to whoever has the watch, and the channel beside it", () => {
    expect(told(silent())).toEqual([
      "ann alarm 2/call/1 since 15:10 @ann !1",
      "channel:office alarm 2/call/1 since 15:10 @ann !1",
    ]);
    expect(argsOf(silent(), ann.id)).toEqual({
      ...{ names: "Priya Shah, Tom Okafor", no: 2, cause: "noContact", step: "call", ask: "call", round: 1 },
      ...{ dueAt: at("15:10"), contactAt: at("14:10"), contacts: `${at("14:10")},${at("14:10")}` },
    });
  });

  it("S5: is told at once to whoever has the watch by name, whatever their role, and no more once they have lost it", () => {
    const story = inside().press(samuel, "takeWatch").press(priya, "changePlan", { back: "15:55" }).until("15:10");
    const first = () => noticesOf(story).filter(({ id }) => id.startsWith("alarm/2/call/1"));
    expect(first().map(({ to }) => recipientKey(to))).toEqual([samuel.id, ann.id, "channel:office"]);
    story.lists(samuel, { roles: ["visitor"] });
    expect(first().map(({ to }) => recipientKey(to))).toEqual([ann.id, "channel:office"]);
  });

  it("says since when the one who was heard from longest ago has been silent", () => {
    const story = inside().until("14:12").press(priya, "changePlan", { back: "15:55" }).until("15:12");
    expect(argsOf(story, ann.id)).toMatchObject({ names: "Tom Okafor, Priya Shah", contactAt: at("14:10") });
    expect(argsOf(story, ann.id)?.contacts).toBe(`${at("14:10")},${at("14:12")}`);
    expect(argsOf(out().until("14:10"), ann.id)?.contactAt).toBeUndefined();
  });

  it("S3: says of whoever has pressed something since when it was due, and not that there was no contact since that very minute", () => {
    const story = silent().press(ann, "acknowledge").until("15:12").press(priya, "checkIn").until("15:15");
    expect(argsOf(story, ann.id)).toMatchObject({ names: "Priya Shah, Tom Okafor", dueAt: at("15:10") });
    expect(argsOf(story, ann.id)?.contactAt).toBeUndefined();
    const [first, second] = story.seen(ann).alarms.find(({ cause }) => cause === "noContact")?.about ?? [];
    expect([first?.pressed, second?.pressed]).toEqual([true, undefined]);
  });

  it("S2: is about those alone who are still silent, once others have been spoken to", () => {
    const story = silent().press(ann, "recordCall", { outcome: "ok", about: tom.id }).until("15:15");
    expect(argsOf(story, helen.id)).toMatchObject({ names: "Priya Shah", contactAt: at("14:10") });
    expect(argsOf(story, helen.id)?.contacts).toBeUndefined();
  });

  it("is over for whoever was told of it too where they have lost the role since, and not where they have left", () => {
    const over = (change: Partial<Person>) => {
      const story = silent();
      story.happen([
        { type: "Delivered", no: 2, to: [ann.id, "channel:office"], missed: [], at: story.now, by: "clock" },
      ]);
      story.lists(ann, change).press(helen, "recordCall", { outcome: "ok", about: `${priya.id},${tom.id}` });
      return noticesOf(story).filter(({ to, say }) => say.key === "alarmEnded" && recipientKey(to) === ann.id);
    };
    expect(over({ roles: ["visitor"] })).toHaveLength(1);
    expect(over({ roles: ["visitor"], until: "2026-11-20" })).toEqual([]);
    expect(over({ roles: ["visitor"], schools: ["other"] })).toEqual([]);
  });

  it("stays told to those it has climbed past, each since their own step", () => {
    expect(told(silent("15:15"))).toEqual([
      "ann alarm 2/call/1 since 15:10 @ann !1",
      "channel:office alarm 2/call/1 since 15:10 @ann !1",
      "helen alarm 2/principal/1 since 15:15 @helen !1",
      "channel:slt alarm 2/principal/1 since 15:15 @helen !1",
    ]);
  });

  it("is said anew in each round of the last step, to each once", () => {
    const last = ["helen", "grace", "samuel", "channel:slt"].map(
      (to) => `${to} alarm 2/slt/2 since 15:25 @helen @grace @samuel !1`,
    );
    const before = ["ann", "channel:office"].map((to) => `${to} alarm 2/call/1 since 15:10 @ann !1`);
    expect(told(silent("15:25"))).toEqual([...before, ...last]);
  });

  it("that was noticed late is since the minute it was due, its later rounds since their own", () => {
    const story = inside().press(priya, "changePlan", { back: "15:55" });
    story.now = at("15:40");
    expect(told(story.quiet())[0]).toBe("ann alarm 2/call/1 since 15:10 @ann !1");
    const help = inside().press(priya, "askForHelp", { kind: "help" });
    expect(told(help)[0]).toBe("ann alarm 2/everyone/1 since 14:10 @ann @helen @grace !1");
    expect(told(help.until("14:13"))[0]).toBe("ann alarm 2/everyone/2 since 14:12 @ann @helen @grace !1");
  });

  it("mentions no watch that is out, and then three of those it asks", () => {
    const story = silent();
    const watch = { by: "nobody", at: at("13:30") };
    const notices = alarmNotices({ ...story.is, watch }, { ...story, away: [] });
    expect(notices[0]?.mention).toEqual([ann.id]);
    expect(told(covert())[0]).toBe("ann alarm 901/police/1 since 14:20 @ann @helen @grace !0");
  });

  it("S4: mentions nobody who calls discreetly in a channel that is not theirs", () => {
    const story = out();
    const { steps } = story.policy.ladder.value;
    const police = { ...steps.police, channels: ["slt", "office"], tell: ["office", "principal"] } as Step;
    const value = { ...story.policy.ladder.value, steps: { police } };
    const policy: Policy = { ...story.policy, ladder: { ...story.policy.ladder, value } };
    const facts = { ...story.facts(helen), policy };
    const call = calledFromNowhere(facts).reduce<Visit | undefined>(evolve, undefined) as Visit;
    const inChannels = alarmNotices(call, facts).filter(({ to }) => "channel" in to);
    expect(inChannels.map(({ to, mention }) => [to, mention])).toEqual([[{ channel: "office" }, [ann.id]]]);
  });

  it("says other words once the police are called, and when that was", () => {
    const story = silent("15:15").press(helen, "recordDecision", { decision: "policeCalled", reference: "1" });
    expect(told(story).map((line) => line.split(" ")[1])).toEqual(Array(4).fill("afterPolice"));
    expect(argsOf(story, helen.id, "afterPolice")).toMatchObject({ at: at("15:15") });
    expect(argsOf(silent("15:15"), helen.id)?.at).toBeUndefined();
  });
});

describe("a tap during an alarm", () => {
  const tapped = () =>
    silent().press(ann, "acknowledge").until("15:12").press(tom, "checkIn").until("15:13").press(priya, "checkIn");
  const taps = (story: Story) => told(story).filter((line) => line.includes("tapped"));

  it("is told to whoever holds it, the newest alone, with who it was", () => {
    expect(taps(tapped())).toEqual([`ann tapped 2/${at("15:13")} since 15:13 !1`]);
    expect(argsOf(tapped(), ann.id, "tapped")).toMatchObject({ names: "Priya Shah", no: 2, at: at("15:13") });
  });

  it("is told to nobody where nobody holds it, nor during a call for help, nor to a holder who is out", () => {
    expect(taps(tapped().until("15:16"))).toEqual([]);
    const help = inside().press(priya, "askForHelp").press(ann, "acknowledge").press(tom, "checkIn");
    expect(help.alarm).toMatchObject({ holder: { who: ann.id }, taps: [{ who: tom.id }] });
    expect(taps(help)).toEqual([]);
    const story = tapped();
    expect(alarmNotices(story.is, { ...story, away: [ann.id] }).filter(({ say }) => say.key === "tapped")).toEqual([]);
  });
});

describe("an alarm that is over", () => {
  const over = () => silent().press(ann, "recordCall", { outcome: "ok", about: `${priya.id},${tom.id}` });

  it("is told to all who were alerted, for an hour", () => {
    expect(told(over())).toEqual(["ann alarmEnded 2 since 15:10 !2", "channel:office alarmEnded 2 since 15:10 !2"]);
    expect(argsOf(over(), ann.id, "alarmEnded")).toMatchObject({ how: "ok", at: at("15:10"), no: 2 });
    const later = (minutes: number) => told(Object.assign(over(), { now: at("15:10") + minutes * 60_000 })).length;
    expect([later(60), later(60.5), later(61)]).toEqual([2, 0, 0]);
  });

  it("is not told of the arrival call, unless that had climbed", () => {
    expect(told(out().until("14:10").press(ann, "recordCall", { outcome: "ok" }))).toEqual([]);
    expect(told(out().until("14:15").press(helen, "recordCall", { outcome: "ok" }))).toHaveLength(4);
  });
});

describe("S4: a discreet call", () => {
  const both = () => silent().press(ann, "acknowledge").press(tom, "checkIn", {}, { covert: true });

  it("is the most urgent of all, and told to those who safeguard as well", () => {
    expect(told(covert()).map((line) => line.split(" ")[0])).toEqual([
      "ann",
      "helen",
      "grace",
      "samuel",
      "joan",
      "channel:slt",
    ]);
    expect(told(covert()).every((line) => line.endsWith("!0"))).toBe(true);
  });

  it("makes other alarms say that nobody rings, where nobody on the visit reads", () => {
    expect([argsOf(both(), ann.id)?.quiet, argsOf(silent(), ann.id)?.quiet]).toEqual([1, undefined]);
    const own = noticesOf(both()).filter(({ alarm }) => alarm === 901);
    expect(own.map(({ say }) => say.args.quiet)).toEqual(own.map(() => undefined));
  });

  it("lets nobody hear that all is well with another alarm while it is open", () => {
    const story = both().press(ann, "recordCall", { outcome: "ok", about: `${priya.id},${tom.id}` }, { no: 2 });
    expect(told(story).filter((line) => !line.includes(" alarm 901/"))).toEqual([]);
  });

  /** Grace, a senior leader, goes along: she reads the SLT channel. */
  const withGrace = () => {
    const story = begin()
      .press(priya, "requestVisit", { ...request, companion: grace.id })
      .press(grace, "agreeToVisit")
      .press(priya, "assessRisk", { useGeneric: "true", considered: "true" })
      .press(helen, "approve", { reason: "Needed", ticks: approvalTicks, confirmed: "true" })
      .until("13:30");
    return story.press(priya, "signOut", leaving).press(grace, "signOut", leaving).press(ann, "takeWatch");
  };
  const approvalTicks = begin()
    .policy.approvalTicks.value.map(({ id }) => id)
    .join(",");
  const call = () => withGrace().until("14:00").press(priya, "checkIn", {}, { covert: true });

  it("stays out of the channel that somebody on the visit reads, and off their chat", () => {
    expect(told(call()).map((line) => line.split(" ")[0])).toEqual(["ann", "helen", "samuel", "joan"]);
  });

  it("changes no word in that channel: there an alarm is as it would have been, and so is its end", () => {
    const slt = (story: Story) => noticesOf(story).filter(({ to }) => recipientKey(to) === "channel:slt");
    const climbed = (story: Story) => story.until("14:20");
    const [plain, twin] = [climbed(withGrace().until("14:00").press(priya, "checkIn")), climbed(call())];
    expect(slt(plain).length).toBeGreaterThan(0);
    expect(slt(twin)).toEqual(slt(plain));
    const end = (story: Story) => story.press(helen, "recordCall", { outcome: "ok" }, { no: 1 });
    expect(new Set(slt(end(plain)).map(({ say }) => say.key))).toEqual(new Set(["alarmEnded"]));
    expect(slt(end(twin))).toEqual(slt(plain));
  });

  it("is told to go on, one to one, to those who read in that channel that another is over, for an hour", () => {
    const story = call().until("14:20").press(helen, "recordCall", { outcome: "ok" }, { no: 1 });
    const still = (minutes: number) =>
      noticesOf(Object.assign(story, { now: at("14:20") + minutes * 60_000 }))
        .filter(({ say }) => say.key === "stillOpen")
        .map(({ to, urgency, say }) => [name(recipientKey(to)), urgency, say.args.over]);
    expect(still(0)).toEqual(["ann", "helen", "samuel", "joan"].map((to) => [to, 0, 1]));
    expect([still(60).length, still(60.5).length, still(61).length]).toEqual([4, 0, 0]);
  });

  it("is not said to go on where an alarm was over before it, or where nobody was told that one is", () => {
    const before = withGrace().until("14:20").press(helen, "recordCall", { outcome: "ok" }, { no: 1 }).until("14:25");
    const story = before.press(priya, "checkIn", {}, { covert: true });
    expect(noticesOf(story).filter(({ say }) => say.key === "stillOpen")).toEqual([]);
    const unread = both().press(ann, "recordCall", { outcome: "ok", about: `${priya.id},${tom.id}` }, { no: 2 });
    expect(noticesOf(unread).filter(({ say }) => say.key === "stillOpen")).toEqual([]);
  });
});
