import { z } from "zod";
import { refusals } from "../../words/en-gb";
import { clockTime, day, ids, line, needed, optionalClockTime, optionalOneOf, prefixed, text, tick } from "../inputs";

const say = refusals.planning;

/** One more door of the same outing, as its inputs `stop2Pupil`, `stop2Address` and so on give it. */
const stop = z.object({
  no: z.number(),
  pupil: line(120),
  address: line(300),
  postcode: line(12),
  meets: line(200),
  arrive: optionalClockTime,
  depart: optionalClockTime,
});
export type StopInput = z.infer<typeof stop>;

const fields = z.object({
  pupil: needed(say.pupil, 120),
  address: line(300),
  postcode: line(12),
  destination: optionalOneOf(["home", "work", "elsewhere"]),
  placeName: line(200),
  meets: line(200),
  depart: optionalClockTime,
  stops: z.array(stop),
  reason: needed(say.reason, 60),
  reasonNeeds: ids,
  reasonChoice: line(60),
  purpose: needed(say.purpose, 2000),
  whyNotInSchool: text(),
  answers: z.record(z.string(), text(2000)),
  whyNots: z.record(z.string(), text(500)),
  date: day(say.day),
  leave: optionalClockTime,
  start: clockTime(say.start),
  back: clockTime(say.back),
  reportEvery: line(4),
  reportAt: line(200),
  lead: line(100),
  companion: ids,
  noneFree: tick,
  alsoGoing: ids,
  outsiderName: line(120),
  outsiderOrganisation: line(120),
  outsiderPhone: line(40),
  // Whether it has to be answered is the policy's to say.
  agreed: line(60),
  agreedHow: text(500),
  agreedWay: line(60),
  unannouncedWhy: text(),
  needs: ids,
  news: text(),
  parentPhone: line(40),
  socialWorker: optionalOneOf(["yes", "no", "unknown"]),
  socialWorkerName: line(120),
  socialWorkerPhone: line(40),
  siblings: line(300),
  pupilClass: line(40),
  agency: line(120),
  outOfHoursWhy: text(),
  noAlternative: text(),
  outOfHoursContact: line(100),
  goingHomeTold: line(100),
  loneWhy: text(),
});

/**
 * The request card's inputs; the wire names are a contract with outside clients. Times are school-local. What the policy's
 * own lines ask comes as `answer_ID`, and why a tick among them was left as `whyNot_ID`.
 */
export const planInput = z.preprocess(gathered, fields);
export type PlanInput = z.infer<typeof fields>;

const answer = /^answer_([a-z][A-Za-z0-9]{0,59})$/;
const stopField = /^stop([2-9])([A-Z][a-z]+)$/;

function gathered(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null) return raw;
  const entries = Object.entries(raw).filter(([, value]) => typeof value === "string");
  const answers = entries.flatMap(([key, value]) => {
    const id = answer.exec(key)?.[1];
    return id && !(id in {}) ? [[id, value]] : [];
  });
  return { ...raw, answers: Object.fromEntries(answers), whyNots: prefixed(raw, "whyNot_"), stops: stopsIn(entries) };
}

function stopsIn(entries: readonly [string, unknown][]): Record<string, unknown>[] {
  const stops = new Map<number, Record<string, unknown>>();
  for (const [key, value] of entries) {
    const [, no, field] = stopField.exec(key) ?? [];
    if (!no || !field || String(value).trim() === "") continue;
    stops.set(Number(no), { ...stops.get(Number(no)), no: Number(no), [field.toLowerCase()]: value });
  }
  return [...stops.entries()].toSorted(([a], [b]) => a - b).map(([, one]) => one);
}
