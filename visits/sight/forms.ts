import type { Level, Line, Reason, RiskForm } from "../../policies/policy";
import type { MinutesField, RequestLine } from "../../policies/rows";
import type { At, Id } from "../../schools/school";
import type { Unclear } from "../sentence/unclear";
import type { ReportKind, RiskRow } from "../visit";
import type { PolicySight, SchoolSight, Who } from "./parts";

/** What cards ask, for whoever is offered the verb. */

/** What forms need: filled only for viewers who are offered the verb. */
export type Forms = {
  ticks?: readonly Line[] | undefined;
  confirm?: readonly { who: Who; line: Line }[] | undefined;
  /** What should be held and isn't known to be; nothing has to be confirmed. */
  shown?: readonly { who: Who; line: Line }[] | undefined;
  lone?: boolean | undefined;
  /** The press plans and coordinates, and does not approve. */
  coordinating?: boolean | undefined;
  reasonNeeded?: boolean | undefined;
  sanctions?: readonly Line[] | undefined;
  talks?: readonly Line[] | undefined;
  checklist?: readonly Line[] | undefined;
  phone?: string | undefined;
  /** The school's own, where the policy has them in the visitors' phones. */
  numbers?: { all: readonly string[]; lacking: number } | undefined;
  vehicle?: string | undefined;
  /** What is to be said of it; absent where the policy asks for no vehicle. */
  vehicleFields?: readonly string[] | undefined;
  /** Empty where nothing is known of it; absent where the policy asks for none. */
  idCard?: string | undefined;
  /** How it is worn, and whether it is shown on arrival at this visit (AET-49, AET-50). */
  identity?: { worn: "visible" | "notRoundNeck" | "visibleNotRoundNeck" | "open"; shown: boolean } | undefined;
  /** What the press on the next door confirms. */
  between?: readonly Line[] | undefined;
  /** Ways in which this policy calls a meeting off at the door. */
  refusals?: readonly ("animals" | "unknownPeople")[] | undefined;
  /** They can say that they arrive later than planned. */
  arrivesLater?: boolean | undefined;
  /** Which adult has to be there before they go in, where the policy asks. */
  adult?: "always" | "unlessAttendance" | "invitesIn" | "open" | undefined;
  /** They may say that no parent is there, and stay at the door. */
  mayBeAlone?: boolean | undefined;
  risk?: RiskForm | undefined;
  generic?: Level | undefined;
  /** Somebody goes alone, which is to be assessed. */
  alone?: boolean | undefined;
  /** Risks of the assessment last made for this home; they hold on unless they are left out. */
  carried?: readonly RiskRow[] | undefined;
  /** Which of the form's controls the school has in place. */
  baseline?: { title: string; said: string } | undefined;
  reserves?: readonly Who[] | undefined;
  watchers?: readonly Who[] | undefined;
  attenders?: readonly Who[] | undefined;
  /** Whether a code word may have been said on the phone. */
  codeWord?: boolean | undefined;
  minutesWithin?: number | undefined;
  /** Illness at home takes the place of the visit by something safe. */
  ill?: boolean | undefined;
  /** Somebody reads why, where it is called off over safety (AET-56). */
  unsafe?: true | undefined;
  /** What is asked about it. */
  illness?: readonly Line[] | undefined;
  /** To plan a call in place of the visit. `seen`: the way that needs a reason of its own. */
  contact?: { ticks: readonly Line[]; staff: readonly Who[]; seen: boolean; today: string } | undefined;
  /** To record it: what is ticked in any case, with a private device, and where it was recorded. */
  call?: { during: readonly Line[]; personal: readonly Line[]; recorded: readonly Line[] } | undefined;
  minutes?:
    | {
        fields: readonly MinutesField[];
        staff: readonly Who[];
        outcomeTo: readonly Who[];
      }
    | undefined;
  reports?: readonly ReportKind[] | undefined;
  /** From which day on a warning can be looked at again, and the doors of a round that it may be about. */
  warning?: { from: string; doors: readonly string[] } | undefined;
};

/** What whoever reports a colleague out is asked; `named`: who a sentence named, two at most. */
export type ReportForm = { school: SchoolSight; people: readonly Who[]; named: readonly Id[] };

export type Again = { visit: Id; pupil: string; at: At };

export type FormAsks = {
  /** The policy's own lines, as texts or ticks. */
  lines: readonly RequestLine[];
  /** What is asked where another agency wants the visit. */
  agency: readonly Line[];
  /** The only ways in which a visit is agreed. */
  ways: readonly Line[];
  /** When base hears from the visitors is agreed for each visit. */
  reports: boolean;
  socialWorker: boolean;
  destinations: readonly ("home" | "work" | "elsewhere")[];
  /** Doors beside the first. */
  stops: boolean;
  /** Whom they meet, and from when to when, at each door. */
  itinerary: boolean;
  /** Who may check on visitors out of hours. */
  contacts: readonly Who[];
  pupilClass: boolean;
  /** By arrangement one of these is told too when they go straight home (BEM-36). */
  colleagues: readonly Who[];
  /** Others may be named to go, by whoever coordinates visits. */
  directing?: boolean | undefined;
  /** Whoever goes along first, by their titles, where others go only if none of them is free. */
  support?: string | undefined;
  /** More than one may go along. */
  several: boolean;
};

/** What the request card needs; the same for `amend`, with the present plan as `values`. */
export type RequestForm = {
  mode: "request" | "amend";
  visit?: Id | undefined;
  planNo?: number | undefined;
  school: SchoolSight;
  policy: PolicySight;
  reasons: readonly Reason[];
  grounds: readonly (Line & { needs: readonly Line[] })[];
  /** With the title of the role in which they go, where the policy tells several apart. */
  companions: readonly (Who & { title?: string | undefined })[];
  agreement: "required" | "should" | "none";
  whyNotInSchool: boolean;
  lone: boolean;
  outsiderCounts: boolean;
  /** What this policy asks beside: absent where it does not. */
  asks: FormAsks;
  /** Today and the school's hours, school-local: `YYYY-MM-DD`, `HH:MM`. */
  today: string;
  hours: { from: string; to: string };
  /** Wire values to start with, by input id. */
  values: Readonly<Record<string, string>>;
  /** Own earlier visits from which one press fills the card: one a pupil, the newest first. */
  again: readonly Again[];
  /** The visit from which the card has been filled. */
  like?: Again | undefined;
  /** What of a request typed as a sentence was not understood, or can mean more than one thing. */
  unclear: readonly Unclear[];
  guidance: readonly Line[];
  /** What whoever decides wants changed. */
  sentBack?: { by: Who; why: string } | undefined;
};
