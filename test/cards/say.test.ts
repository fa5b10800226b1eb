import { at, away, priya, sightOf, visitor } from "../../cards/sample-visit";
import { type SayKey, sayAnswer, sayNotice } from "../../cards/say";
import { verbs } from "../../visits/command";
import type { Notice, SayKey as Wanted } from "../../visits/notice";
import { answers, notices } from "../../words/en-gb";

const keys = Object.keys(notices) as SayKey[];
const context = {
  zone: "Europe/London",
  school: "Meadow Primary",
  phone: "+44 1332 900100",
  now: at("14:10"),
  repeat: false,
};
const args = {
  names: "Priya Shah, Tom Okafor",
  by: "Helen Marsh",
  no: 3,
  cause: "noContact",
  step: "call",
  ask: "call",
  kind: "minutes",
  how: "ok",
  dueAt: at("14:10"),
  at: at("13:10"),
  leaveAt: at("13:05"),
  backAt: at("14:30"),
  untilAt: at("14:20"),
  endAt: at("16:00"),
};
const notice = (key: Wanted, more: object = {}, change: Partial<Notice> = {}): Notice => ({
  id: "n",
  to: { person: priya.id },
  urgency: 1,
  say: { key, args: { ...args, ...more } },
  slot: { card: "alarm", no: 3 },
  at: at("14:10"),
  ...change,
});
const alarm = (more: object = {}, change: Partial<Notice> = {}): string =>
  sayNotice(notice("alarm", more, { alarm: 3, ...change }), context);

it("S3: an alarm about two says since when there is no contact with each, and once where that is the same", () => {
  const said = (times: string[]) =>
    alarm({ at: undefined, contactAt: at("13:10"), contacts: times.map((time) => at(time)).join(",") });
  expect(said(["13:10", "13:26"])).toContain("no contact since 13:10 (Priya Shah) and 13:26 (Tom Okafor).");
  expect(said(["13:10", "13:10"])).toContain("no contact since 13:10.");
});

describe("notices", () => {
  it("have words for each key that a state can want, and for no other", () => {
    // What is left over of either does not compile.
    const leftOver: [Exclude<Wanted, SayKey>, Exclude<SayKey, Wanted>] extends [never, never] ? 0 : 1 = 0;
    expect(leftOver).toBe(0);
  });

  it.each(keys)("%s is one plain sentence or a few, whatever is left out", (key) => {
    for (const text of [
      sayNotice(notice(key), context),
      sayNotice({ ...notice(key), say: { key, args: {} } }, context),
    ]) {
      expect(text).toMatch(/^[A-Z].*[.?)]$/);
      expect(text).not.toMatch(/undefined|NaN|\$\{|Invalid|\d{13}/);
      expect(text.length).toBeLessThan(260);
    }
  });

  it.each(keys)("P10: %s takes nothing but names, numbers, times and fixed words from its arguments", (key) => {
    const secrets = {
      pupil: "CANARY",
      address: "CANARY",
      reason: "CANARY",
      why: "CANARY",
      note: "CANARY",
      phone: "CANARY",
      postcode: "CANARY",
      codeWord: "CANARY",
      text: "CANARY",
      what: "CANARY",
    };
    expect(sayNotice(notice(key, secrets), context)).not.toContain("CANARY");
    expect(
      sayNotice(
        notice(key, { kind: "CANARY", how: "CANARY", cause: "CANARY", ask: "CANARY", step: "CANARY" }),
        context,
      ),
    ).not.toContain("CANARY");
  });

  it("say of nobody that they have not signed out where everybody has, and call what comes before a visit not after it", () => {
    expect(sayNotice(notice("visitBegun", { by: "" }), context)).toContain(
      "Priya Shah and Tom Okafor signed out. Nothing",
    );
    const found = { how: "unsigned", by: "" };
    expect(sayNotice(notice("visitBegun", found), context)).toContain(
      "Priya Shah and Tom Okafor out, without having signed out. Nothing",
    );
    expect(sayNotice(notice("taskDue", { kind: "advise" }), context)).not.toMatch(/after the visit/);
  });

  it("name people whole, and say how many more there are where they are too many for a locked phone", () => {
    const six = ["Tom Okafor", "Oluwaseun Adebayo-Featherstonehaugh", "Bartholomew Cholmondeley-Warrington"];
    const all = [...six, "Katherine Elizabeth Montgomery-Fitzwilliam", "Zoë Ní Dhomhnaill", "Jo Ng"].join(", ");
    const said = sayNotice(notice("visitBegun", { names: "Priya Shah", by: all }), context);
    expect(said).toContain(
      "Oluwaseun Adebayo-Featherstonehaugh, Bartholomew Cholmondeley-Warrington and 3 others not yet",
    );
    expect(alarm({ names: all })).toContain("and 3 others: no contact");
    expect(alarm({ names: "Tom Okafor, Jo Ng" })).toContain("Tom Okafor and Jo Ng: no contact");
  });

  it("name the alarm, who it is about and since when", () => {
    expect(alarm({ names: "Priya Shah" })).toBe(
      "ALARM 3 · Priya Shah: no contact since 13:10. Ring them, then press how it went.",
    );
    expect(alarm({ cause: "notBack", ask: "decide" })).toBe(
      "ALARM 3 · Priya Shah and Tom Okafor: not back, due 14:10. Please decide on the card.",
    );
  });

  it("S4: say of discreet help first that nobody rings", () => {
    for (const ask of ["call", "decide", "police"])
      expect(alarm({ cause: "covert", ask })).toContain("DO NOT RING OR MESSAGE THEM");
    expect(alarm({ cause: "covert", ask: "call" })).not.toContain("Ring them");
  });

  it("keep the routine call calm until it is missed", () => {
    expect(alarm({ cause: "arrivalCall" })).toBe(
      "Please ring Priya Shah and Tom Okafor now: the usual call after the start of a visit (no. 3).",
    );
    const climbed = (call: string) => alarm({ cause: "arrivalCall", ask: "decide", call });
    expect(climbed("noAnswer")).toMatch(/^ALARM 3 · .*was not answered/);
    expect(climbed("concern")).toMatch(/^ALARM 3 · .*left a concern/);
    expect(climbed("unmade")).toMatch(/^ALARM 3 · .*nobody has recorded the usual call after the start/);
  });

  it("S7: nudge before the return is due", () => {
    expect(sayNotice(notice("nudge"), { ...context, now: at("14:20") })).toContain("Back by 14:30, in 10 min.");
  });

  it("say when they are late, and when they are repeated, with the same number", () => {
    expect(sayNotice(notice("alarm", {}, { alarm: 3 }), { ...context, now: at("14:11") })).not.toContain("late");
    expect(sayNotice(notice("alarm", {}, { alarm: 3 }), { ...context, now: at("14:11") + 1 })).toMatch(
      / \(1 min late\)$/,
    );
    expect(sayNotice(notice("alarm", {}, { alarm: 3 }), { ...context, now: at("14:14"), repeat: true })).toMatch(
      / \(4 min late; repeat of alarm 3\)$/,
    );
    expect(sayNotice(notice("nudge"), { ...context, repeat: true })).toMatch(/ \(sent again\)$/);
  });

  it("P8: neutralise a name that is more than a name", () => {
    expect(alarm({ names: "<at>all</at> **x**" })).toContain("&lt;at&gt;all&lt;/at&gt; \\*\\*x\\*\\*");
  });
});

describe("answers", () => {
  const out = sightOf({
    phase: "out",
    now: at("14:12"),
    visitors: [visitor(priya, { outing: away({ contact: at("14:11") }) })],
  });

  it("have a sentence for each verb", () => {
    expect(Object.keys(answers).sort()).toEqual([...verbs, "wrote"].sort());
    for (const verb of verbs) expect(sayAnswer(verb, out, priya.id)).toMatch(/^✓ .*\.$/);
  });

  it("give the time at which a check-in counts, and the return (S8, S9)", () => {
    expect(sayAnswer("checkIn", out, priya.id)).toBe("✓ 14:11 Checked in. Back by 14:30.");
  });

  it("say to whoever has written something where it is read: on the card, or by phone", () => {
    expect(sayAnswer("wrote", out, priya.id)).toBe(
      "✓ 14:11 Checked in. Back by 14:30. Anything to tell the school? Press it on the card, or ring +44 1332 900100.",
    );
  });

  it("promise no rescue: help names 999 and the school's number (S10)", () => {
    expect(sayAnswer("askForHelp", out, priya.id)).toMatch(/In danger ring 999; the school is on \+44 1332 900100\.$/);
  });
});
