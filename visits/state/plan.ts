import type { At, Id } from "../../schools/school";

/** What is planned: who goes where, when, and what is known of it. */

export type Outsider = { name: string; organisation: string; phone: string };

/** Parents agreed, or the ground on which staff go unannounced. `needs` are the ground's own ticks. */
export type Agreement =
  | { kind: "agreed"; how: string; way?: string | undefined }
  /** The policy asks nothing of the parents. */
  | { kind: "notAsked" }
  | { kind: "unannounced"; ground: string; why: string; needs: readonly string[] };

/** A door after the first of the same outing, in the order in which they are reached (HEX-37, BEM-31). */
export type Stop = {
  pupil: string;
  household: string;
  address: string;
  postcode: string;
  /** Whom the visitors meet there, and the times they expect (BEM-32, BEM-33). */
  meets?: string | undefined;
  arrive?: At | undefined;
  depart?: At | undefined;
};

/** Whether the family has one, as far as the school was told; the mobile is for when there is concern (TMC-39). */
export type SocialWorker = {
  has: "yes" | "no" | "unknown";
  name?: string | undefined;
  phone?: string | undefined;
};

export type Plan = {
  /** Counts changes that void an approval; the approval binds to it (S11). */
  no: number;
  pupil: string;
  /** Names the home across visits: a normalised pupil and address. */
  household: string;
  address: string;
  postcode: string;
  reason: string;
  purpose: string;
  whyNotInSchool: string;
  /** When they set out; the appointment itself; back at school. */
  leave: At;
  start: At;
  back: At;
  /** Staff, the lead first. */
  visitors: readonly Id[];
  outsider?: Outsider | undefined;
  agreement: Agreement;
  /** What is new about the home since last time; empty where nothing is. */
  news: string;
  /** Where the log of visits is kept by class. */
  pupilClass?: string | undefined;
  /** Brothers and sisters who live there too, as far as was said: what is known of one's home is known of the others'. */
  siblings?: readonly string[] | undefined;
  /** Nobody had visited this home when it was asked for. */
  firstVisit?: boolean | undefined;
  /** `contact`: who checks on the visitors meanwhile (AET-47). */
  outOfHours?: { why: string; noAlternative: string; contact?: Id | undefined } | undefined;
  loneWhy?: string | undefined;
  parentPhone?: string | undefined;
  /** Where the first door is, home where it is not said, and what it is called if it is no home (HEX-10, BEM-14). */
  destination?: "home" | "work" | "elsewhere" | undefined;
  placeName?: string | undefined;
  /** Whom the visitors meet at the first door, and when they expect to leave it (BEM-32, BEM-33). */
  meets?: string | undefined;
  depart?: At | undefined;
  /** The doors after the first; `nextStop` moves on to them in this order. */
  stops?: readonly Stop[] | undefined;
  /**
   * When base hears from the visitors, agreed for this visit where `checkInTimes` is `perVisit` (LAT-26, BEM-37): in order,
   * after leaving and before the return. Each is a clock of its own: silence at one of them is missed contact.
   */
  reportIns?: readonly At[] | undefined;
  /** The interval from which they were reckoned, in minutes, for whoever moves the times. */
  reportEvery?: number | undefined;
  /** What the policy's own lines asked, by the id of the line: texts, numbers, and `true` for a tick. */
  answers?: Readonly<Record<string, string>> | undefined;
  /** Which of the reason's choices it is (AET-32). */
  reasonChoice?: string | undefined;
  socialWorker?: SocialWorker | undefined;
  /** Nobody who should go along first is free, as whoever asked has said (HEX-30). */
  noneFree?: boolean | undefined;
  /** By arrangement: a colleague who hears, with base, that they have left and go straight home (BEM-36). */
  goingHomeTold?: Id | undefined;
  /** The outside agency that asked for the visit (AET-A-99). */
  agency?: string | undefined;
};
