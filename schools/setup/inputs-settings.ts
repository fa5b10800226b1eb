import { parse } from "yaml";
import type { RiskBaseline } from "../../policies/rows";
import { asSuggested } from "../../policies/schema";
import type { SettingInput } from "../../policies/setting-input";
import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { given, isDate, list, no } from "./read";
import type { Asked, Reader, SetUpInput, Standing } from "./reader";
import type { No } from "./set-up";

/** The policy, and what it leaves to the school. */
export const settingReaders: Readonly<Record<string, Reader>> = {
  policy(input) {
    const pack = given(input, "pack");
    return pack ? { change: { kind: "policy", pack } } : no("pack", say.pack);
  },
  setting(input, { inputOf }) {
    const [name, text] = [given(input, "setting"), given(input, "value")];
    const asked = inputOf(name);
    if (!asked) return no("setting", say.setting);
    const value = text === asSuggested ? text : choiceIn(text, asked);
    return value === undefined ? no("value", say.value) : { change: { kind: "setting", name, value } };
  },
  unset(input, { inputOf }) {
    const name = given(input, "setting");
    return inputOf(name) ? { change: { kind: "setting", name, value: null } } : no("setting", say.setting);
  },
  lacking(input, standing) {
    const [control, plan] = [given(input, "control"), given(input, "remedy")];
    if (!control) return no("control", say.control);
    if (!plan) return no("remedy", say.plan);
    return baseline(input, standing, control, [{ control, plan }]);
  },
  inPlace(input, standing) {
    const control = given(input, "control");
    return control ? baseline(input, standing, control, []) : no("control", say.control);
  },
  looked: (input, standing) => baseline(input, standing, undefined, []),
};

/** What is typed without a choice of kinds is a date, a number or words, as the schools file would have it. */
function choiceIn(text: string, { input }: SettingInput): unknown {
  // These are made a rung, a line or a value at a time.
  if (input === "ladder" || input === "rows" || input === "fields") return undefined;
  if (input === "several" || input === "roles") return list({ text }, "text");
  if (!text) return undefined;
  if (input === "one" || input === "text") return text;
  return asInFile(text);
}

function asInFile(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return text;
  }
}

/** AET-A-18 to 20: one control after the other, each press with the day on which the school looked. */
function baseline(
  input: SetUpInput,
  { baseline: before }: Standing,
  control: string | undefined,
  noted: RiskBaseline["notInPlace"],
): Asked | No {
  const on = given(input, "on") || (before?.on ?? "");
  if (!isDate(on)) return no("on", say.dates);
  const others = (before?.notInPlace ?? []).filter((one) => one.control !== control);
  return {
    change: { kind: "setting", name: "riskBaseline", value: { on, notInPlace: [...others, ...noted] } },
  };
}
