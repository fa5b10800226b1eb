import type { Policy } from "../policies/policy";
import type { Id, Roster } from "../schools/school";
import { unaccounted } from "./deadlines";
import type { Viewer } from "./may-see";
import { allOut, attends, concerned, holdsSomebody, isOut } from "./people";
import { isVisitorSide } from "./seen/who";
import type { Visit } from "./visit";

/**
 * The visit as a channel is shown it. Where somebody on it reads along it stands as if nobody had called discreetly, and as if nobody had been sent
 * because of it (S4, S12). Where only those who were sent do, the call alone is kept from it: that they fall silent is everybody's affair.
 */
export function asReadIn(v: Visit, channel: string, { roster, policy }: { roster: Roster; policy: Policy }): Visit {
  const people = concerned(v);
  const read = (ids: readonly Id[]) => holdsSomebody(channel, roster, ids, policy);
  if (!v.alarms.some(({ cause }) => cause === "covert") || !read(people)) return v;
  const sent = sentDiscreetly(v);
  const uncalled = { ...v, alarms: v.alarms.filter(({ cause }) => cause !== "covert") };
  return sent.length > 0 && read(people.filter((id) => !sent.includes(id))) ? without(sent, uncalled) : uncalled;
}

/** Who is out by what this viewer sees of it: those on the visit see nobody who was sent to the address. */
export function outFor(v: Visit, viewer: Viewer, t: { roster: Roster; policy: Policy }): Id[] {
  if ("channel" in viewer) return allOut(asReadIn(v, viewer.channel, t));
  return isVisitorSide(v, viewer) ? allOut(v).filter((id) => !attends(v, id)) : allOut(v);
}

/** Whoever goes to the address because of a discreet call. */
function sentDiscreetly({ alarms, outings }: Visit): Id[] {
  const covert = alarms.filter(({ cause }) => cause === "covert").map(({ no }) => no);
  return Object.keys(outings).filter((id) => covert.some((no) => outings[id]?.attending === no));
}

function without(sent: readonly Id[], v: Visit): Visit {
  const alarms = v.alarms.filter(({ about }) => !Object.keys(about).every((id) => sent.includes(id)));
  const outings = Object.fromEntries(Object.entries(v.outings).filter(([id]) => !sent.includes(id)));
  return { ...v, alarms, outings, everyoneBack: lastBack({ ...v, outings }) };
}

/** "Everyone is back" as it would have been: for whoever was sent it is taken back. */
function lastBack(v: Visit): Visit["everyoneBack"] {
  const all = Object.values(v.outings);
  const over = v.phase === "back" || v.phase === "closed";
  if (!over || all.length === 0 || all.some(isOut) || unaccounted(v).length > 0) return undefined;
  const stayed = (v.askedAfter?.who ?? []).map((id) => v.stayed?.[id]?.at ?? 0);
  return Math.max(...all.map(({ back }) => back?.at ?? 0), ...stayed);
}
