import { bindsAlarm, bindsPlan } from "../../cards/look";
import { verbs } from "../../visits/command";
import { rules } from "../../visits/rules";

const boundTo = (what: string) => verbs.filter((verb) => rules[verb].binds === what).sort();

describe("a button carries the number that its rule asks for", () => {
  it("of the plan (S11)", () => expect([...bindsPlan].sort()).toEqual(boundTo("plan")));

  it("of the alarm (S2)", () => expect([...bindsAlarm].sort()).toEqual(boundTo("alarm")));
});
