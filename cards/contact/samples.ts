import type { Sight } from "../../visits/sight";
import { refusals, seen } from "../../words/en-gb";
import { ann, at, joan, priya, type Samples, samuel, sightOf, tom } from "../sample-visit";

type Call = NonNullable<Sight["contact"]>;

const ticks = [
  { id: "consent", text: "Parents or carers consent", clauses: ["AET-A-121"] },
  { id: "timeAgreed", text: "The time is agreed with the family", clauses: ["AET-A-123"] },
];
const during = [
  { id: "channel", text: "It goes through the school's own channels", clauses: ["AET-A-115"] },
  { id: "parentThere", text: "A parent is there throughout", clauses: ["AET-A-124"] },
  { id: "speaker", text: "Both ends are on speaker", clauses: ["AET-A-125"] },
];
const personal = [{ id: "withheld", text: "A personal device does not show its number", clauses: ["AET-A-117"] }];
const recorded = [
  { id: "explained", text: "It is explained that the recording is for school records only", clauses: ["AET-A-128"] },
  { id: "stored", text: "The recording is stored safely under data protection law", clauses: ["AET-A-129"] },
];
const professional = { id: "professional", text: "Professional standards hold", clauses: ["AET-A-120"] };
const off: Sight["off"] = { by: priya, at: at("10:02"), how: "cancelled", why: seen.illAtHome };

const call = (change: Partial<Call> = {}): Call => ({
  no: 1,
  how: "phone",
  by: priya,
  at: at("13:20"),
  knows: ann,
  beside: tom,
  why: "Nobody has seen or heard Sam since Thursday",
  planned: ticks,
  measures: [...during, ...personal, ...recorded, professional],
  ...change,
});
const decided = { by: samuel, at: at("10:40"), yes: true };
const sight = (change: Partial<Sight>): Sight => sightOf({ phase: "off", off, now: at("10:45"), ...change });
const form = { ticks, staff: [tom, ann, samuel], seen: true, today: "2025-11-24" };

export const contactSamples: Samples = {
  offered: { slot: { card: "contact" }, sight: sight({ offers: ["planContact"], forms: { contact: form } }) },
  refusedInput: {
    slot: { card: "contact" },
    sight: sight({ offers: ["planContact"], forms: { contact: form } }),
    entry: {
      input: { contactWhy: "Nobody has heard of Sam", contactTime: "17:30" },
      refusal: { say: refusals.contacting.hours, field: "contactTime", clause: "AET-A-122" },
    },
  },
  asked: {
    slot: { card: "contact", no: 1 },
    sight: sight({
      viewer: samuel,
      offers: ["decideContact"],
      contact: call({ how: "video", whySeen: "He was bruised when he was last seen", beside: undefined }),
    }),
  },
  moved: { slot: { card: "contact", no: 1 }, sight: sight({ viewer: samuel, contact: call({ no: 2 }) }) },
  waiting: { slot: { card: "contact" }, sight: sight({ contact: call() }) },
  notAuthorised: {
    slot: { card: "contact" },
    sight: sight({
      offers: ["planContact"],
      forms: { contact: form },
      contact: call({ decided: { ...decided, yes: false, why: "The social worker saw him this morning" } }),
    }),
  },
  authorised: {
    slot: { card: "contact" },
    sight: sight({
      offers: ["recordContact"],
      forms: { call: { during, personal, recorded } },
      contact: call({ decided }),
    }),
  },
  known: {
    slot: { card: "contact", no: 1 },
    sight: sight({ viewer: ann, pupil: undefined, contact: call({ decided, why: undefined }) }),
  },
  notMade: {
    slot: { card: "contact" },
    sight: sight({
      offers: ["planContact"],
      forms: { contact: form },
      contact: call({ decided, notMade: { by: priya, at: at("14:10"), why: "Nobody answered, three times" } }),
    }),
  },
  made: {
    slot: { card: "contact" },
    sight: sight({
      viewer: joan,
      now: at("14:00"),
      contact: call({
        decided,
        made: {
          by: priya,
          at: at("13:50"),
          text: "Sam spoke with us, and is better. We ring again on Thursday.",
          notKept: [during[2] as Call["measures"][number]],
          whyNot: "Mum's phone has no speaker",
        },
      }),
    }),
  },
};
