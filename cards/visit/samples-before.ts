import { refusals } from "../../words/en-gb";
import { assessment, at, atTheDoor, away, helen, priya, type Samples, sightOf, tom, visitor } from "../sample-visit";

/** A visit until they leave. */

const slot = { card: "visit" } as const;
export const approval = { by: helen, at: at("10:04"), reason: "It helps Sam back", acting: false };
const ready = { phase: "ready", now: at("12:58"), assessment, approval } as const;
const vehicleFields = ["make", "model", "registration", "colour"];
const checklist = [
  { id: "phone", text: "My phone is charged, switched on and with me", clauses: ["AET-77"] },
  { id: "identity", text: "I have my identity card", clauses: ["AET-48"] },
  { id: "numbers", text: "Two school numbers are in my phone", clauses: ["AET-A-65"] },
  { id: "insurance", text: "My vehicle is insured for business use", clauses: ["AET-A-64"] },
];

export const before: Samples = {
  asked: {
    slot,
    sight: sightOf({
      offers: ["amend", "cancel"],
      visitors: [visitor(priya), visitor(tom, { agreed: false })],
      next: { key: "waitForCompanion", by: at("13:05") },
      missing: [{ id: "agree", text: "Tom Okafor has to agree", clauses: ["AET-86"] }],
    }),
  },
  alone: {
    slot,
    sight: sightOf({
      offers: ["amend", "cancel"],
      visitors: [visitor(priya)],
      next: { key: "nameCompanion", by: at("13:05") },
      missing: [{ id: "companion", text: "A companion is missing.", clauses: ["AET-85"] }],
      cannot: { by: tom, why: "I teach then" },
    }),
  },
  notGoing: {
    slot,
    sight: sightOf({ viewer: tom, pupil: undefined, visitors: [], next: { key: "notGoing" } }),
  },
  sentBack: {
    slot,
    sight: sightOf({
      offers: ["amend", "cancel"],
      next: { key: "amend" },
      sentBack: { by: helen, at: at("10:04"), why: "Please go an hour earlier" },
    }),
  },
  assess: { slot, sight: sightOf({ offers: ["amend", "cancel"], next: { key: "assess" } }) },
  waitForAssessment: {
    slot,
    sight: sightOf({ viewer: tom, offers: ["amend", "cancel"], next: { key: "waitForAssessment" } }),
  },
  talkOver: {
    slot,
    sight: sightOf({
      assessment,
      offers: ["amend", "cancel"],
      next: { key: "talkOver", by: at("13:05") },
      missing: [
        {
          id: "talk",
          text: "It has to be talked over with the Principal or a member of SLT first.",
          clauses: ["HEX-41"],
        },
        {
          id: "approval",
          text: "It has not been planned and coordinated by the liaison officer.",
          clauses: ["HEX-38"],
        },
      ],
    }),
  },
  waitForApproval: {
    slot,
    sight: sightOf({ assessment, offers: ["amend", "cancel"], next: { key: "waitForApproval", by: at("13:05") } }),
  },
  approved: {
    slot,
    sight: sightOf({
      ...ready,
      now: at("10:05"),
      offers: ["signOut", "amend", "cancel"],
      next: { key: "waitToLeave", by: at("13:05") },
      forms: {
        checklist,
        phone: "+44 7700 900001",
        vehicle: "blue Ford Fiesta, AB12 CDE",
        vehicleFields,
        idCard: "MP 0417",
      },
      guidance: atTheDoor,
    }),
  },
  tellOthers: {
    slot,
    sight: sightOf({
      ...ready,
      offers: ["signOut", "amend", "cancel"],
      next: { key: "tellOthers", by: at("13:05") },
      missing: [
        { id: "nurse", text: "Not told yet: the school nurse, by telephone.", clauses: ["LAT-28"] },
        { id: "authority", text: "Not told yet: the local authority, by letter.", clauses: ["LAT-30"] },
      ],
      tasks: [
        { no: 1, kind: "advise", due: at("13:05"), done: false, mine: true },
        { no: 2, kind: "inform", due: at("13:05"), done: false, mine: true },
      ],
      forms: { checklist, phone: "+44 7700 900001" },
    }),
  },
  ready: {
    slot,
    sight: sightOf({
      ...ready,
      offers: ["signOut", "amend", "cancel"],
      next: { key: "signOut", by: at("13:05") },
      forms: {
        checklist,
        phone: "+44 7700 900001",
        vehicle: "blue Ford Fiesta, AB12 CDE",
        vehicleFields,
        idCard: "MP 0417",
        numbers: { all: ["+44 1332 900100"], lacking: 1 },
        ill: true,
        illness: [
          { id: "symptoms", text: "Which symptoms?", clauses: ["AET-A-108"] },
          { id: "illness", text: "Which illness is it thought to be?", clauses: ["AET-A-109"] },
        ],
      },
      guidance: atTheDoor,
    }),
  },
  signOutRefused: {
    slot,
    sight: sightOf({
      ...ready,
      offers: ["signOut", "amend", "cancel"],
      next: { key: "signOut", by: at("13:05") },
      forms: { checklist, phone: "+44 7700 900001", vehicleFields },
    }),
    entry: {
      input: { phone: "+44 7700 900001", vehicle: "" },
      refusal: {
        say: refusals.leaving.vehicle(vehicleFields),
        field: "vehicle",
        clause: "AET-91, AET-A-63, AET-16",
      },
    },
  },
  behind: {
    slot,
    sight: sightOf({
      ...ready,
      viewer: tom,
      phase: "out",
      now: at("13:17"),
      visitors: [visitor(priya, { outing: away() }), visitor(tom)],
      offers: ["signOut", "reportOut", "stayBehind"],
      next: { key: "signOut" },
      forms: { checklist },
    }),
  },
  stays: {
    slot,
    sight: sightOf({
      ...ready,
      viewer: tom,
      phase: "out",
      now: at("13:19"),
      visitors: [visitor(priya, { outing: away() }), visitor(tom, { stays: true })],
      offers: ["reportOut"],
      next: { key: "nothing" },
    }),
  },
  late: {
    slot,
    sight: sightOf({
      ...ready,
      now: at("13:17"),
      offers: ["signOut", "reportOut", "changePlan", "cancel"],
      next: { key: "goneOrNot", by: at("13:25") },
      forms: { checklist },
    }),
  },
};
