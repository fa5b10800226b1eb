import type { At, Id } from "../schools/school";
import type { Command } from "../visits/command";
import type { Start } from "../visits/homes/last-time";
import type { Recipient, Slot } from "../visits/notice";
import type { Refusal } from "../visits/refusal";
import type { OutNow, ReportForm, RequestForm, Sight } from "../visits/sight";
import type { Monitoring } from "../visits/sight/monitoring";
import type { Posted } from "./ports";

/** `done`: committed, and what the actor may now see. A refusal still brings the visit as the actor may see it, where there is one. */
export type Answer = { done: Sight } | { refusal: Refusal; sight?: Sight | undefined };

/** What the bot asks of the engine. Every method checks person, role, school and end date itself: callers are never trusted. */
export interface Engine {
  /** The one write. Never throws for a refusal; throws only where nothing could be stored (the bot then says S14's sentence). */
  submit(actor: Id, command: Command): Promise<Answer>;
  /**
   * Every message of a person, before anything else reads it (S4). `checkedIn`: they are out, and it counted as contact;
   * `read`: not taken, the bot goes on with the words. `rehearsed`: in a drill or in set-up, where it is theirs unless a visit's plan
   * has them away now. `shared`: others may have written it, on the same phone, so that it checks nobody in; only the code word counts in it.
   */
  hear(
    actor: Id,
    text: string,
    sentAt: At,
    rehearsed?: boolean,
    shared?: boolean,
  ): Promise<{ checkedIn: Sight } | { read: true; outOn?: Sight | undefined }>;
  /** A press shows that a card is there: after a crash between the post and its mark it is known again by it, and not posted twice. */
  adopt(viewer: Recipient, visit: Id, slot: Slot, posted: Posted): Promise<void>;
  look(actor: Id, visit: Id): Promise<Sight | Refusal>;
  /** `start`: as an earlier visit of theirs, or as a sentence says. */
  requestForm(actor: Id, amend?: Id, start?: Start): Promise<RequestForm | Refusal>;
  /** Who is out without a request, as whoever hears of it says; `sentence` may name them. */
  reportForm(actor: Id, sentence?: string): Promise<ReportForm | Refusal>;
  myVisits(actor: Id): Promise<readonly Sight[]>;
  /** By role; a channel sees what its name allows. `school` picks one where a person has several. */
  whoIsOut(viewer: { person: Id } | { channel: string; school: Id }): Promise<OutNow>;
  /** A term in figures, for those who answer for the policy; names no pupil. Undefined: not theirs. */
  monitoring(actor: Id): Promise<Monitoring | undefined>;
  /** To whoever leads on the policy, with the figures; kept where nobody does. */
  sendFeedback(actor: Id, text: string, about?: string): Promise<"notYours" | "empty" | "kept" | "sent">;
  /**
   * A registered person within their dates, or past them and out on a visit still (then of that school alone, with no role); else undefined,
   * for everyone alike (P6).
   */
  knows(person: Id): Promise<
    | {
        id: Id;
        name: string;
        roles: readonly string[];
        schools: readonly Id[];
        /** In a role that the policy of one of their schools sends on visits; and in one that answers for it. */
        visits: boolean;
        answersForPolicy: boolean;
      }
    | undefined
  >;
}
