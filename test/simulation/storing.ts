import { append } from "../../engine/history";
import type { Post, Stored } from "../../engine/ports";
import type { At, Id } from "../../schools/school";
import { nextDeadline } from "../../visits/deadlines";
import type { Event } from "../../visits/events";
import { replay } from "../../visits/evolve";
import { recipientKey, slotKey } from "../../visits/notice";
import type { Visit } from "../../visits/visit";
import { wanted } from "../../visits/wanted";
import type { School } from "./schools";

type Beginning = { id: Id; events: readonly Event[]; at: At; told: boolean; salts: () => string };

/** The document of a visit to which all this has happened. `told`: whatever that asks for has gone out, and it is looked at when it next asks for something. */
export function storedAs(school: School, { id, events, at, told, salts }: Beginning): Stored {
  const { policy, roster } = school;
  const visit = replay(events);
  return {
    ...{ id, etag: "", shape: 1, urgency: 1, school: roster.school.id, policy: policy.hash, visit },
    history: append([], events, salts),
    post: told ? postOf(visit, school, at) : { marks: {}, cards: {} },
    nextDueAt: told ? nextDeadline(visit, policy, roster, at) : at,
  };
}

/** What has been sent, and where its cards are; what these show is old. */
function postOf(visit: Visit, { policy, roster }: School, at: At): Post {
  const notices = wanted(visit, { policy, roster, away: [], now: at });
  const posted = (to: string, id: string) => ({ conversation: to, activity: `${visit.id}/${id}` });
  const sent = notices.map(({ id, to }) => {
    const where = posted(recipientKey(to), id);
    return [id, { tries: 1, firstTry: at, sent: at, posted: where }] as const;
  });
  const cards = notices.map(({ to, slot }) => {
    const key = slotKey(to, slot);
    return [key, { posted: posted(recipientKey(to), key), hash: "", tries: 0 }] as const;
  });
  return { marks: Object.fromEntries(sent), cards: Object.fromEntries(cards) };
}
