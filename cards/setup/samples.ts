import type { SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import type { Entry } from "../entry";
import { ann, at, helen } from "../sample-visit";
import { choiceSamples, ladder } from "./samples-choices";
import { complete } from "./samples-school";

/** The administrators' card in its states. */
export const setUpSamples: Readonly<Record<string, SetUpSight>> = {
  complete,
  missing: {
    ...complete,
    missing: ["the school has to choose: the ladder", "nobody has the role DSL: safeguarding concerns reach nobody"],
    advised: ["no term dates are given, so every week counts as a school week"],
    channels: [{ name: "slt", set: false }],
    codeWordSet: false,
    acting: [],
    rota: [],
    terms: [],
    closedDays: [],
    cover: [],
    settings: [ladder, ...complete.settings],
  },
  waiting: {
    ...complete,
    waiting: [
      { no: 4, say: "Tom Okafor has the role Senior leader", by: ann.name, mine: false, differs: [], means: [] },
      {
        ...{ no: 5, say: "the school has a new channel “slt”", by: helen.name, mine: true },
        ...{ differs: [], means: [setUp.meaning.newChannel] },
      },
      {
        ...{ no: 6, say: "the ladder: School office rings (call)", by: ann.name, mine: false, means: [] },
        differs: ["New: rung 2 · DSL, asked to decide", "Changed: rung 1 · School office, asked to ring the visitors"],
      },
    ],
  },
  several: { ...complete, others: [{ id: "orchard-2", name: "Orchard Infants" }] },
  school: { ...complete, page: "school", school: { ...complete.school, phone2: "+44 1332 900101" } },
  oneAdministrator: {
    ...complete,
    administrators: [ann.name],
    advised: ["the school has only one administrator: what needs two can't be changed in Teams"],
  },
  people: { ...complete, page: "people" },
  roles: { ...complete, page: "roles", missing: ["nobody has the role DSL: safeguarding concerns reach nobody"] },
  rota: { ...complete, page: "rota" },
  noRota: { ...complete, page: "rota", rota: [] },
  days: { ...complete, page: "days" },
  channels: { ...complete, page: "channels" },
  noRoom: { ...complete, page: "channels", rooms: [], codeWordSet: false, channels: [{ name: "slt", set: false }] },
  policy: { ...complete, page: "policy" },
  choices: { ...complete, page: "choices" },
  ...choiceSamples,
  log: {
    ...complete,
    page: "log",
    log: [
      {
        at: at("08:55"),
        say: "Tom Okafor has the role Senior leader",
        by: ann.name,
        second: helen.name,
        declined: false,
      },
      { at: at("08:40"), say: "the school has a new code word", by: ann.name, second: helen.name, declined: true },
      { at: at("08:30"), say: "school is closed on Fri 2 Jan", by: helen.name, declined: false },
      { at: at("15:10", 21), say: "school is closed on Mon 22 Dec", by: helen.name, declined: false, inFile: true },
    ],
  },
  noLog: { ...complete, page: "log" },
};

/** Pressed with something that can't be. */
export const setUpRefused: Readonly<Record<string, { sight: SetUpSight; entry: Entry }>> = {
  phoneRefused: {
    sight: { ...complete, page: "people" },
    entry: {
      input: { personId: "22222222-2222-2222-2222-222222222299", name: "Grace Lee", phone: "ask", roles: "visitor" },
      refusal: { say: "Give a mobile number such as +44 7700 900000.", field: "phone" },
    },
  },
};
