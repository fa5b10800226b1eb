import { drawBoard } from "../../cards/draw";
import { alarmOf, at, away, bothAway, context, priya, samuel, sightOf, tom, visitor } from "../../cards/sample-visit";
import type { Sight } from "../../visits/sight";
import { type Node, nodesOf, pressesOf } from "./tree";

const out = (name: string, change: Partial<Sight> = {}): Sight =>
  sightOf({
    phase: "out",
    now: context.now,
    visitors: [visitor({ id: name, name }, { outing: away() })],
    ...change,
  });
const board = (sights: readonly Sight[], unreadable = 0) => drawBoard({ sights, unreadable }, context);
const rowsOf = (card: object): Node[] =>
  nodesOf(card).filter(({ items }) => Array.isArray(items) && JSON.stringify(items).includes("FactSet"));
const titles = (card: object): string[] => rowsOf(card).map(({ items }) => String((items as Node[])[0]?.text));
const factsOf = (card: object): string => JSON.stringify(nodesOf(card).filter(({ type }) => type === "FactSet"));

const late = { times: { leave: at("12:00"), start: at("12:20"), back: at("14:00") } };
const silent = (name: string) => ({ visitors: [visitor({ id: name, name }, { outing: away({ due: at("14:02") }) })] });
const soon = { times: { leave: at("12:00"), start: at("12:20"), back: at("14:20") } };
const held = { holder: { who: samuel, until: at("14:20") } };

describe("who is out", () => {
  it("puts a call for help first, then what nobody has taken, then what is in hand, late, silent, and next back", () => {
    const card = board([
      out("Later"),
      out("Soon", soon),
      out("Silent", silent("Silent")),
      out("Late", late),
      out("Taken", { alarms: [alarmOf({ no: 5, ...held })] }),
      out("Open", { alarms: [alarmOf({ no: 6 })] }),
      out("Help", { alarms: [alarmOf({ no: 7, cause: "violence", ...held })] }),
    ]);
    expect(titles(card)).toEqual([
      "⚠ ALARM 7 · Help",
      "⚠ ALARM 6 · Open",
      "⚠ ALARM 5 · Taken",
      "⚠ OVERDUE · Late",
      "⚠ NOT HEARD FROM · Silent",
      "Soon",
      "Later",
    ]);
  });

  it("says who, where, with whom, back by when, last heard of, and who watches", () => {
    const outsider = { name: "Jo Field", organisation: "Derby City Council" };
    const facts = factsOf(
      board([sightOf({ ...out(""), visitors: bothAway, outsider, watch: { by: samuel, at: at("12:50") } })]),
    );
    for (const said of [
      '"Back by","value":"14:30"',
      "12 Elm Road",
      "at the home · ✓ 14:02",
      "Jo Field, Derby City Council",
      "Samuel Reid",
    ])
      expect(facts).toContain(said);
  });

  it("P10: says nothing of the pupil or the reason, and of the place what the viewer may know", () => {
    const card = JSON.stringify(board([out("Priya", { address: undefined, postcode: undefined })]));
    expect(card).not.toMatch(/Sam Taylor|attendance|Elm Road|DE1/);
  });

  it("does not call the office's routine call an alarm, before it has climbed", () => {
    const call = (ask: "call" | "decide") =>
      board([out("Priya", { alarms: [alarmOf({ cause: "arrivalCall", ask })] })]);
    expect(titles(call("call"))).toEqual(["Priya"]);
    expect(titles(call("decide"))).toEqual([expect.stringMatching(/^⚠ ALARM \d+ · Priya$/)]);
    expect(factsOf(call("decide"))).toContain("The usual call after the start is still open");
  });

  it("S4: gives no number to ring while nobody may ring", () => {
    const quiet = sightOf({
      ...out(""),
      visitors: bothAway,
      alarms: [alarmOf({ no: 901, cause: "covert", doNotRing: true })],
    });
    expect(JSON.stringify(board([quiet]))).not.toContain("tel:");
    expect(JSON.stringify(board([sightOf({ ...quiet, alarms: [] })]))).toContain("tel:");
  });

  it("S4: lists whoever calls discreetly without being out, by name, and first", () => {
    const called = { alarms: [alarmOf({ no: 901, cause: "covert", doNotRing: true })] };
    const unsigned = sightOf({ phase: "ready", now: context.now, visitors: [visitor(priya), visitor(tom)], ...called });
    const nowhere = sightOf({ phase: "off", now: context.now, visitors: [], address: "", postcode: "", ...called });
    const card = board([out("Later"), unsigned]);
    expect(titles(card)).toEqual(["⚠ ALARM 901 · Priya Shah and Tom Okafor", "Later"]);
    expect(factsOf(card)).toContain("not out by the record");
    expect(titles(board([nowhere]))).toEqual(["⚠ ALARM 901 · Priya Shah"]);
    expect(factsOf(board([nowhere]))).not.toMatch(/Back by|Where|Watch|tel:/);
    expect(JSON.stringify(board([nowhere]))).not.toContain("Nobody is out");
  });

  it("S14: never says that nobody is out while a record can't be read", () => {
    expect(JSON.stringify(board([], 1))).toContain("A record can't be read");
    expect(JSON.stringify(board([], 1))).not.toContain("Nobody is out");
    expect(JSON.stringify(board([]))).toContain("Nobody is out");
  });

  it("can be looked at again by a press that changes nothing, and never by itself", () => {
    const card = board([out("Priya")]);
    expect(pressesOf(card).map(({ verb, data }) => [verb, data])).toEqual([
      ["whoIsOut", { verb: "whoIsOut", card: "board" }],
    ]);
    expect(card).not.toHaveProperty("refresh");
  });

  it("does not say of somebody who is back that they were expected", () => {
    const back = [
      visitor(priya, { outing: away() }),
      visitor(tom, { outing: away({ due: at("13:00"), back: at("14:05") }) }),
    ];
    expect(titles(board([sightOf({ ...out(""), visitors: back })]))).toEqual(["Priya Shah and Tom Okafor"]);
  });
});
