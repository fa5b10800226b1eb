import { refusals, seen } from "../../words/en-gb";
import { assessment, at, helen, joan, type Samples, samuel, sightOf, tom } from "../sample-visit";

const slot = { card: "approval" } as const;
const ticks = [
  {
    id: "necessary",
    text: "The visit is necessary and in the pupil's best interests",
    clauses: ["AET-19", "AET-39", "AET-A-40"],
  },
  { id: "safeguarding", text: "The safeguarding arrangements are in place", clauses: ["AET-21"] },
];
const offers = ["approve", "decline", "askForChanges"] as const;
const asked = {
  viewer: helen,
  offers,
  assessment,
  forms: { ticks, reasonNeeded: true },
  next: { key: "approve", by: at("13:05") },
} as const;

export const approvalSamples: Samples = {
  asked: { slot, sight: sightOf(asked) },
  changed: {
    slot,
    sight: sightOf({
      ...asked,
      changed: {
        what: ["visitors", "time"],
        approved: true,
        asked: { by: helen, at: at("10:04"), why: "Please go an hour earlier" },
      },
    }),
  },
  changedSince: { slot, sight: sightOf({ ...asked, changed: { what: ["place", "details"], approved: true } }) },
  changedMeanwhile: { slot, sight: sightOf({ ...asked, changed: { what: ["time"], before: true } }) },
  sentAgain: {
    slot,
    sight: sightOf({
      ...asked,
      changed: { what: [], asked: { by: helen, at: at("10:04"), why: "Please ring the social worker first" } },
    }),
  },
  hard: {
    slot,
    sight: sightOf({
      ...asked,
      firstVisit: true,
      incidents: [{ at: at("15:00", 3), how: "violence" }],
      openChange: "Meet without the older brother",
      unreachable: [seen.unreachable.person("Joan Ellis"), seen.unreachable.channel("slt")],
      missing: [{ id: "risk", text: "The risk assessment has to be made", clauses: ["AET-71"] }],
      loneWhy: "Tom is ill and the family knows me",
      outOfHours: { why: "Mum works until five", noAlternative: "She can't take calls" },
      forms: {
        ticks,
        confirm: [
          {
            who: tom,
            line: { id: "dbs", text: "enhanced DBS with barred list check", clauses: ["AET-99", "AET-100"] },
          },
        ],
        shown: [
          {
            who: tom,
            line: { id: "breakdownCover", text: "belongs to a breakdown organisation", clauses: ["BEM-A-15"] },
          },
        ],
        lone: true,
        reserves: [samuel],
      },
    }),
  },
  warned: {
    slot,
    sight: sightOf({
      ...asked,
      offers: [...offers, "writeWarning", "endWarning"],
      firstVisit: true,
      firstDoors: [1],
      siblings: ["Ben Martin", "Ida Martin"],
      stops: [{ pupil: "Zoe Ash", address: "3 High Street, Derby, DE1 1AA", meets: "Mrs Ash" }],
      incidents: [{ at: at("15:00", 3), how: "aggression", door: 0 }],
      warnings: [
        {
          no: 1,
          text: "Her uncle threatened a colleague: do not go in while he is there",
          by: "Joan Ellis",
          at: at("10:00", 3),
          review: "2026-01-30",
          door: 1,
          own: true,
        },
      ],
      forms: {
        ...asked.forms,
        warning: { from: "2025-11-25", doors: ["Ella Martin, 12 Mill Lane", "Zoe Ash, 3 High Street"] },
      },
    }),
  },
  coordinating: {
    slot,
    sight: sightOf({
      viewer: helen,
      offers,
      talks: [
        { text: "A visit of a safeguarding nature", by: samuel, on: "2025-11-23", note: "Two go, and ring first" },
      ],
      forms: { coordinating: true },
    }),
  },
  talking: {
    slot,
    sight: sightOf({
      viewer: samuel,
      offers: ["recordTalk"],
      missing: [
        {
          id: "safeguarding",
          text: "It has to be talked over with the Principal or a member of SLT first.",
          clauses: ["HEX-41"],
        },
      ],
      forms: { talks: [{ id: "safeguarding", text: "A visit of a safeguarding nature", clauses: ["HEX-41"] }] },
    }),
  },
  sanctioned: {
    slot,
    sight: sightOf({
      ...asked,
      forms: {
        ticks,
        reasonNeeded: false,
        sanctions: [
          { id: "authorities", text: "The appropriate authorities sanction the visit too", clauses: ["LAT-12"] },
        ],
      },
    }),
  },
  coordinated: {
    slot,
    sight: sightOf({
      viewer: helen,
      phase: "ready",
      approval: { by: helen, at: at("10:04"), reason: "", acting: false, coordinated: true },
    }),
  },
  refused: {
    slot,
    sight: sightOf(asked),
    entry: {
      input: { reason: "It helps Sam", ticks: "necessary" },
      refusal: {
        say: refusals.approving.tick("The safeguarding arrangements are in place"),
        field: "ticks",
        clause: "AET-21",
      },
    },
  },
  muchMissing: {
    slot,
    sight: sightOf(asked),
    entry: {
      input: { ticks: "" },
      refusal: {
        say: refusals.approving.ticks,
        field: "ticks",
        lines: ticks,
        also: [
          { say: refusals.approving.reason, field: "reason", clause: "AET-A-103" },
          { say: refusals.approving.openChange, clause: "AET-A-15" },
        ],
      },
    },
  },
  noWhy: {
    slot,
    sight: sightOf(asked),
    entry: { input: { why: "" }, refusal: { say: refusals.approving.why, field: "why" } },
  },
  approved: {
    slot,
    sight: sightOf({
      viewer: helen,
      phase: "ready",
      assessment,
      approval: { by: helen, at: at("10:04"), reason: "It helps Sam back", acting: false },
    }),
  },
  acting: {
    slot,
    sight: sightOf({
      viewer: samuel,
      phase: "ready",
      approval: { by: samuel, at: at("10:04"), reason: "It helps Sam back", acting: true },
    }),
  },
  sentBack: {
    slot,
    sight: sightOf({ viewer: helen, sentBack: { by: helen, at: at("10:04"), why: "Please go an hour earlier" } }),
  },
  declined: {
    slot,
    sight: sightOf({
      viewer: joan,
      phase: "off",
      off: { by: helen, at: at("10:04"), how: "declined", why: "Let's meet in school" },
    }),
  },
};
