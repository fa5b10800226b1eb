import type { DrillSight } from "../schools/drill-sight";
import type { At } from "../schools/school";
import type { SetUpSight } from "../schools/setup/sight";
import type { Input, Verb } from "../visits/command";
import type { Slot } from "../visits/notice";
import type { Refusal } from "../visits/refusal";
import type { OutNow, ReportForm, RequestForm, Sight } from "../visits/sight";
import type { Monitoring } from "../visits/sight/monitoring";
import type { Known } from "./admission";

/** What was typed and what was said to it: the card is drawn again with both. */
export type Entry = { input: Input; refusal?: Refusal };
/** For cards that are about a person or a channel and no single visit. */
/** As a policy writes it. */
/** What the school chose where the policy says nothing. */
type Choice = { title: string; value: string };
type Line = { id: string; text: string; clauses: readonly string[] };
export type Occasion = {
  viewer: Known | { channel: string };
  school: Sight["school"];
  /** What the school follows, with the law and policies that go with it. */
  policy?: { title: string; readWith: { value: readonly Line[] }; chosen?: readonly Choice[] } | undefined;
  /** What not everybody may write, and whoever is looking may. */
  may?: readonly Special[] | undefined;
  now: At;
};
export type Special = "othersOut" | "monitoring" | "codeWord" | "setUp" | "drill";

/** What the bot needs drawn and worded; `cards/` has it. */
export interface Cards {
  drawCard(slot: Slot, sight: Sight, entry?: Entry): object;
  drawRequest(form: RequestForm, entry?: Entry): object;
  drawReport(form: ReportForm, entry?: Entry): object;
  drawBoard(out: OutNow, occasion: Occasion): object;
  drawVisits(sights: readonly Sight[], occasion: Occasion): object;
  drawMonitoring(figures: Monitoring): object;
  drawDrill(sight: DrillSight, entry?: Entry): object;
  drawSetUp(sight: SetUpSight, entry?: Entry): object;
  drawHelp(occasion: Occasion): object;
  drawSaid(text: string, tone: "good" | "attention"): object;
  sayAnswer(verb: Verb | "wrote", sight: Sight, actor: string): string;
}
