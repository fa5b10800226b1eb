import type { Monitoring } from "../../visits/sight/monitoring";
import { at, policy, school } from "../sample-visit";

const quiet: Monitoring = {
  school,
  policy,
  now: at("08:30"),
  period: { from: "2025-09-01", to: "2025-12-31" },
  review: { state: "later", on: "2026-09-01", by: "Trust safeguarding lead" },
  indicators: [
    { id: "training", text: "Visitors have had their training", clauses: ["AET-14"] },
    { id: "links", text: "Close links of home and academy", clauses: ["HEX-19"], visits: 3 },
  ],
  looks: [],
  insurance: { state: "unset" },
  visits: 0,
  reasons: [],
  unannounced: 0,
  mostlyUnannounced: false,
  lone: [],
  keepsLone: false,
  complaints: 0,
  reports: [],
  overdueReturns: 0,
  breaches: 0,
  alarms: { count: 0, false: 0 },
  overdue: [],
  unread: 0,
  regular: [],
  asksOfStaff: true,
  staff: [],
  feedback: [],
};

export const monitoringSamples: Readonly<Record<string, Monitoring>> = {
  quiet,
  unset: { ...quiet, review: { state: "unset", by: null } },
  soon: { ...quiet, review: { state: "soon", on: "2025-12-20", by: "Senior Leadership Team" } },
  busy: {
    ...quiet,
    review: { state: "overdue", on: "2023-11-30", by: "Policy lead" },
    visits: 14,
    reasons: [
      { text: "To support the pupil's attendance", count: 11 },
      { text: "To establish a pupil's welfare", count: 3 },
    ],
    unannounced: 8,
    mostlyUnannounced: true,
    keepsLone: true,
    lone: [
      { at: at("13:20", 3), name: "Priya Shah", approved: true },
      { at: at("09:20", 10), name: "Tom Okafor", approved: false },
    ],
    complaints: 1,
    reports: [
      { kind: "concern", count: 2 },
      { kind: "aggression", count: 1 },
    ],
    overdueReturns: 3,
    breaches: 1,
    alarms: { count: 5, false: 4, share: 0.28 },
    overdue: [{ kind: "minutes", count: 2 }],
    unread: 1,
    insurance: { state: "soon", on: "2025-12-01" },
    looks: [{ indicator: "training", name: "Helen Marsh", at: at("09:00", 20), text: "All but one; booked for May." }],
    regular: [{ name: "Priya Shah", count: 12, lacks: ["Home visits are in the job description"] }],
    staff: [
      { name: "Nia Evans", lacks: ["Training in preventing violence"], unknown: [], ends: [] },
      { name: "Tom Okafor", lacks: [], unknown: ["DBS check"], ends: [{ what: "Insurance", on: "2025-12-01" }] },
    ],
    feedback: [{ name: "Helen Marsh", at: at("09:00", 20), text: "Parents ask for later times." }],
  },
};
