import type { DrillSight } from "../schools/drill-sight";
import type { SetUpSight } from "../schools/setup/sight";
import type { OutNow, ReportForm, RequestForm, Sight } from "../visits/sight";
import type { Monitoring } from "../visits/sight/monitoring";
import { words } from "../words/en-gb";
import agreeTemplate from "./agree/template.json";
import { agreeView } from "./agree/view";
import alarmTemplate from "./alarm/template.json";
import { alarmView } from "./alarm/view";
import approvalTemplate from "./approval/template.json";
import { approvalView } from "./approval/view";
import assessTemplate from "./assess/template.json";
import { assessView } from "./assess/view";
import boardTemplate from "./board/template.json";
import { boardView, type ListContext } from "./board/view";
import { composer } from "./compose";
import contactTemplate from "./contact/template.json";
import { contactView } from "./contact/view";
import drillTemplate from "./drill/template.json";
import { drillView } from "./drill/view";
import type { Entry } from "./entry";
import helpTemplate from "./help/template.json";
import { type HelpContext, helpView } from "./help/view";
import { type CardSlot, type Look, lookAt } from "./look";
import minutesTemplate from "./minutes/template.json";
import { minutesView } from "./minutes/view";
import monitoringTemplate from "./monitoring/template.json";
import { monitoringView } from "./monitoring/view";
import { neutral } from "./neutral";
import { banner, type Tone } from "./pieces";
import reportTemplate from "./report/template.json";
import { reportView } from "./report/view";
import requestTemplate from "./request/template.json";
import { requestView } from "./request/view";
import saidTemplate from "./said/template.json";
import setUpTemplate from "./setup/template.json";
import { setUpView } from "./setup/view";
import taskTemplate from "./task/template.json";
import { taskView } from "./task/view";
import visitTemplate from "./visit/template.json";
import { visitView } from "./visit/view";
import visitsTemplate from "./visits/template.json";
import { visitsView } from "./visits/view";
import watchTemplate from "./watch/template.json";
import { watchView } from "./watch/view";

type Card = { compose: ReturnType<typeof composer>; view: (look: Look) => object };
const card = (template: object, view: Card["view"]): Card => ({ compose: composer(template), view });

/** The cards of a visit, by the name that a slot gives. */
const cards = {
  visit: card(visitTemplate, visitView),
  agree: card(agreeTemplate, agreeView),
  assess: card(assessTemplate, assessView),
  approval: card(approvalTemplate, approvalView),
  watch: card(watchTemplate, watchView),
  alarm: card(alarmTemplate, alarmView),
  task: card(taskTemplate, taskView),
  minutes: card(minutesTemplate, minutesView),
  contact: card(contactTemplate, contactView),
};
export type CardName = keyof typeof cards;
export const cardNames = Object.keys(cards) as readonly CardName[];

const request = composer(requestTemplate);
const report = composer(reportTemplate);
const board = composer(boardTemplate);
const visits = composer(visitsTemplate);
const help = composer(helpTemplate);
const monitoring = composer(monitoringTemplate);
const said = composer(saidTemplate);
const setUp = composer(setUpTemplate);
const drill = composer(drillTemplate);

/** `said`: all of a view but when it was drawn, as a text; with `when` it is the whole. */
type Viewed = { view: object; said: string; when: string };

/** A send asks first what the card says, and then draws it. */
const viewed = new WeakMap<Sight, Map<string, Viewed>>();

function viewOf(slot: CardSlot<CardName>, sight: Sight): Viewed {
  const views = viewed.get(sight) ?? new Map<string, Viewed>();
  viewed.set(sight, views);
  const key = `${slot.card} ${slot.no ?? ""}`;
  const known = views.get(key) ?? written(cards[slot.card].view(lookAt(slot, sight)));
  views.set(key, known);
  return known;
}

function written(view: { foot?: string; clock?: string; w?: object }): Viewed {
  const { foot, clock, w, ...said } = view;
  return { view, said: JSON.stringify(said) + (w ? textOf(w) : ""), when: JSON.stringify([foot, clock]) };
}

/** A card's own words are most of what it is drawn from, and the same for every visit. */
const texts = new WeakMap<object, string>();
function textOf(words: object): string {
  const known = texts.get(words);
  if (known !== undefined) return known;
  const text = JSON.stringify(words);
  texts.set(words, text);
  return text;
}

/** One card of a visit as one viewer may see it; with an entry, what was typed and what was said to it. */
export function drawCard(slot: CardSlot<CardName>, sight: Sight, entry?: Entry): object {
  const { view, said, when } = viewOf(slot, sight);
  return cards[slot.card].compose(view, entry, when + said);
}

/** All that it says but when it was drawn. */
export const saidOn = (slot: CardSlot<CardName>, sight: Sight): string => viewOf(slot, sight).said;

export const drawRequest = (form: RequestForm, entry?: Entry): object =>
  request(requestView(form, entry?.input), entry);

export const drawReport = (form: ReportForm, entry?: Entry): object => report(reportView(form), entry);

export const drawBoard = (out: OutNow, context: ListContext): object => board(boardView(out, context));

export const drawVisits = (sights: readonly Sight[], context: ListContext): object =>
  visits(visitsView(sights, context));

export const drawHelp = (context: HelpContext): object => help(helpView(context));

export const drawMonitoring = (figures: Monitoring): object => monitoring(monitoringView(figures));
export const drawDrill = (sight: DrillSight, entry?: Entry): object => drill(drillView(sight), entry);

export const drawSetUp = (sight: SetUpSight, entry?: Entry): object => setUp(setUpView(sight), entry);

/** A sentence as a card, where an answer has to be one. An answer that begins with its sign needs no second one. */
export const drawSaid = (text: string, tone: Tone = "emphasis"): object =>
  said({ banners: [banner(tone, neutral(text.replace(/^✓ /, "")))] });

/** In place of a card whose newest copy stands further down. */
export const drawMoved = (): object => drawSaid(words.moved);
