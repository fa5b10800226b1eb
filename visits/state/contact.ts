import type { At, Id } from "../../schools/school";

/** A call to the family in place of a visit (AET-A-112). */

/** A call to the family in place of a visit (AET-A-112). `no` counts the plans for it: what was authorised is that one. */
export type Contact = {
  no: number;
  /** Who planned it, and makes the call. */
  by: Id;
  asked: At;
  how: "phone" | "video";
  /** Why there has to be contact, and why the pupil has to be seen. */
  why: string;
  whySeen?: string | undefined;
  /** Agreed with the family. */
  at: At;
  /** Who at school knows of it, and the second member of staff who sees or hears it. */
  knows: Id;
  beside?: Id | undefined;
  /** Ids of the measures confirmed with the plan. */
  planned: readonly string[];
  decided?: { by: Id; at: At; yes: boolean; why: string } | undefined;
  made?: ContactMade | undefined;
  /** It was authorised and did not come about; another may be planned. */
  notMade?: { by: Id; at: At; why: string } | undefined;
};

export type ContactMade = {
  by: Id;
  at: At;
  device: "school" | "personal";
  /** A second member of staff; else a recording, or neither where the parent did not agree to one. */
  witness: "staff" | "recording" | "neither";
  /** Ids of the measures that were kept, and of those that were not, with the reason. */
  kept: readonly string[];
  notKept: readonly string[];
  whyNot: string;
  text: string;
};
