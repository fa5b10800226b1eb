import type { SetUpSight } from "../../schools/setup/sight";
import { ann, at, helen, joan, priya, samuel, tom } from "../sample-visit";

/** A school that has been set up. */
export const complete: SetUpSight = {
  page: "overview",
  school: { id: "meadow", name: "Meadow Primary", zone: "Europe/London", phone: "+44 1332 900100" },
  administrators: [ann.name, helen.name],
  others: [],
  now: at("09:00"),
  policy: { pack: "aspire", title: "Policy for Home Visits" },
  missing: [],
  advised: [],
  roles: [
    { role: "visitor", title: "Visitor", people: [priya.name, tom.name] },
    { role: "office", title: "School office", people: [ann.name] },
    { role: "principal", title: "Principal", people: [helen.name] },
    { role: "slt", title: "Senior leader", people: [samuel.name] },
  ],
  people: [
    { ...priya, phone: "+44 7700 900001", titles: ["Visitor"] },
    { ...tom, phone: "+44 7700 900002", until: "2026-08-31", titles: ["Visitor"] },
    { ...ann, titles: ["School office"] },
    { ...helen, phone: "+44 7700 900005", titles: ["Principal"] },
    { ...samuel, phone: "+44 7700 900006", titles: ["Senior leader"] },
    { ...joan, titles: [], several: true },
  ],
  checks: [
    { id: "dbs", title: "An enhanced DBS check" },
    { id: "homeVisitsPolicy", title: "Has read this policy" },
  ],
  acting: [{ name: samuel.name, title: "Principal", from: "2025-12-01", to: "2025-12-05" }],
  rota: [
    {
      key: "days=mon+tue&role=slt&who=1",
      title: "Senior leader",
      who: [samuel.name],
      days: ["mon", "tue"],
      from: "08:30",
      to: "12:00",
    },
    { key: "days=wed&role=slt&who=1", title: "Senior leader", who: [samuel.name], days: ["wed"] },
  ],
  channels: [
    { name: "slt", set: true },
    { name: "office", set: true },
  ],
  rooms: [
    { conversation: "19:new@thread.tacv2", said: "for senior leaders", by: ann.name, at: at("08:50") },
    { conversation: "19:old@thread.tacv2", by: helen.name, at: at("15:10", 21) },
  ],
  hours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:30", to: "16:00" },
  terms: [
    { from: "2025-11-03", to: "2025-12-19" },
    { from: "2026-01-05", to: "2026-02-13" },
  ],
  closedDays: ["2025-12-22", "2025-12-23", "2025-12-24", "2026-01-02"],
  earlyClosing: [{ date: "2025-12-19", time: "14:00" }],
  cover: [
    { from: "08:30", to: "12:00" },
    { from: "12:30", to: "16:00" },
  ],
  codeWordSet: true,
  packs: [
    { name: "aspire", title: "Policy for Home Visits", trust: "Aspire" },
    { name: "liberty", title: "Home Visits Policy", trust: "Liberty Academy Trust" },
  ],
  settings: [
    { name: "hold", title: "how long taking an alarm holds the climb", value: "5 min", open: false, suggested: false },
    { name: "stops", title: "several stops in one outing", value: "yes", open: false, suggested: false },
  ],
  says: [
    { name: "reasons", title: "reasons for a visit; closed where only those listed count" },
    { name: "ladder", title: "the ladder" },
  ],
  waiting: [],
  log: [],
};
