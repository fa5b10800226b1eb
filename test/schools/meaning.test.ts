import type { Change } from "../../schools/setup/change";
import { meansNow, waitsForOut } from "../../schools/setup/meaning";

const leaves: Change = { kind: "leaves", who: "tom", until: "2026-11-20" };
const channel: Change = { kind: "channel", name: "slt", conversation: "19:new@thread.tacv2" };

describe("what a change means while somebody is out", () => {
  it.each<[string, Change, RegExp]>([
    ["S1: whose last day is past stays known until they are back", leaves, /They stay known on that visit/],
    [
      "S2: a role that is taken leaves what they took of an alarm to others",
      { kind: "role", who: "ann", role: "office", holds: false },
      /climbs on to others/,
    ],
    ["S2: another channel is told what comes next", channel, /goes to the new channel, with its card/],
    [
      "a ladder is for visits that are asked for later",
      { kind: "setting", name: "ladder", value: {} },
      /keep the ladder they were asked under/,
    ],
    [
      "S5: another school day takes nobody's watch",
      { kind: "hours", days: ["mon"], from: "09:00", to: "11:00" },
      /somebody is asked at once/,
    ],
  ])("%s", (_, change, sentence) => {
    expect(meansNow(change, ["tom"]).join()).toMatch(sentence);
    expect(meansNow(change, [])).toEqual([]);
  });

  it("says of somebody's last day nothing where another is out", () => {
    expect(meansNow(leaves, ["priya"])).toEqual([]);
    expect(meansNow({ ...leaves, until: null }, ["tom"])).toEqual([]);
  });

  it("S4: the code word and the policy wait until everybody is back, since those who are out know the old one", () => {
    expect(waitsForOut({ kind: "codeWord" }, ["tom"])).toMatch(/knows the word that holds now/);
    expect(waitsForOut({ kind: "policy", pack: "liberty" }, ["tom"])).toMatch(/under the present policy/);
    for (const change of [{ kind: "codeWord" }, channel] as const) expect(waitsForOut(change, [])).toBeUndefined();
    expect(waitsForOut(channel, ["tom"])).toBeUndefined();
  });
});
