import type { Sight } from "../../visits/sight";
import { words } from "../../words/en-gb";
import { telLink } from "../links";
import { neutral } from "../neutral";
import { type Fact, lines } from "../pieces";
import { pressesFor, toggle } from "../press";

const w = words.help;
type Special = "othersOut" | "monitoring" | "codeWord" | "setUp" | "drill";
type Command = { say: string; does: string; for?: "visitors" | Special };
const commands: readonly Command[] = w.commands;

export type HelpContext = {
  viewer?: { visits: boolean } | { channel: string } | undefined;
  school?: Pick<Sight["school"], "phone"> | undefined;
  /** What not everybody may write, and they may. */
  may?: readonly Special[] | undefined;
  policy?: { title: string; readWith: { value: Sight["guidance"] }; chosen?: readonly Fact[] } | undefined;
};

/** What one can write here; also the welcome. */
export function helpView({ viewer, school, may = [], policy }: HelpContext): object {
  const visits = isVisitor(viewer);
  return {
    head: { title: w.title, under: w.what },
    banners: [],
    commands: commands.filter(
      (one) => one.for === undefined || (one.for === "visitors" ? visits : may.includes(one.for)),
    ),
    presses: [...requesting(viewer, "help"), ...(policy ? [toggle(w.policy, "policy")] : [])],
    policy: policy ? neutral(w.follows(policy.title)) : "",
    guidance: lines(policy?.readWith.value ?? []),
    guidanceTitle: w.readWith,
    chosenTitle: w.chosen,
    chosen: (policy?.chosen ?? []).map(({ title, value }) => ({ title: neutral(title), value: neutral(value, 120) })),
    foot: w.foot(telLink(school?.phone)),
  };
}

/** Nobody in particular is shown everything. */
const isVisitor = (viewer: HelpContext["viewer"]): boolean =>
  viewer === undefined || ("visits" in viewer && viewer.visits);

export const makesVisits = (viewer: HelpContext["viewer"]): boolean => viewer !== undefined && isVisitor(viewer);

/** Opens the request card for those who make visits. */
export const requesting = (viewer: HelpContext["viewer"], card: string) =>
  makesVisits(viewer)
    ? pressesFor(["requestVisit"], { card })("requestVisit", words.visits.request, { style: "positive" })
    : [];
