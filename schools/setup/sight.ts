import type { Cause } from "../../policies/policy";
import type { SettingInput } from "../../policies/setting-input";
import type { At, Day, Id, Span } from "../school";
import type { Asked } from "./ladder-edit";

/** Which part of set-up an administrator has open. */
export const pages = [
  "overview",
  "school",
  "people",
  "roles",
  "rota",
  "days",
  "channels",
  "policy",
  "choices",
  "choice",
  "rung",
  "newRung",
  "begins",
  "row",
  "newRow",
  "log",
] as const;
export type Page = (typeof pages)[number];

/** What an administrator sees of a school's set-up. Names and titles as they were typed; dates `YYYY-MM-DD`, times `HH:MM`. */
export type SetUpSight = {
  page: Page;
  school: { id: Id; name: string; zone: string; phone: string; phone2?: string | undefined };
  /** Who may set it up now, by name. */
  administrators: readonly string[];
  /** Of an administrator of several schools, the others. */
  others: readonly { id: Id; name: string }[];
  now: At;
  policy: { pack: string; title: string };
  missing: readonly string[];
  /** What keeps nobody from anything, and should be seen to. */
  advised: readonly string[];
  roles: readonly { role: string; title: string; people: readonly string[] }[];
  people: readonly SetUpPerson[];
  /** What the policy asks a visitor to hold. */
  checks: readonly { id: string; title: string }[];
  acting: readonly { name: string; title: string; from: string; to: string }[];
  rota: readonly DutySight[];
  channels: readonly { name: string; set: boolean }[];
  /** Channels in Teams in which an administrator has said "set up", newest first. */
  rooms: readonly { conversation: string; said?: string | undefined; by: string; at: At }[];
  hours: { days: readonly Day[]; from: string; to: string };
  terms: readonly Span[];
  /** Those to come. */
  closedDays: readonly string[];
  earlyClosing: readonly { date: string; time: string }[];
  cover: readonly Span[];
  codeWordSet: boolean;
  /** All there are; given where they are chosen from. */
  packs: readonly { name: string; title: string; trust: string }[];
  /** What the policy leaves to the school. */
  settings: readonly SettingSight[];
  /** What it says itself. */
  says: readonly { name: string; title: string }[];
  /** The one that is open. */
  choice?: ChoiceSight | undefined;
  waiting: readonly {
    no: number;
    say: string;
    by: string;
    mine: boolean;
    /** What it would change, where that takes more than its sentence. */
    differs: readonly string[];
    /** For those who are out now. */
    means: readonly string[];
  }[];
  /** Newest first. */
  log: readonly { at: At; say: string; by: string; second?: string | undefined; declined: boolean; inFile?: boolean }[];
};

export type SetUpPerson = {
  id: Id;
  name: string;
  phone?: string | undefined;
  until?: string | undefined;
  titles: readonly string[];
  /** Works at other schools too. */
  several?: boolean;
};
/** `key` names it in a press. */
export type DutySight = {
  key: string;
  title: string;
  who: readonly string[];
  days: readonly Day[];
  from?: string | undefined;
  to?: string | undefined;
};
/** `value` in words. `open`: the school must choose it; `suggested`: the pack has something to take. */
export type SettingSight = { name: string; title: string; value: string; open: boolean; suggested: boolean };
/** A ladder as it stands, or this administrator's draft of another. */
export type LadderSight = {
  draft: boolean;
  rungs: readonly RungSight[];
  /** The rung at which an alarm of each cause begins, by its id. */
  begins: Readonly<Partial<Record<Cause, string>>>;
  /** Why it could not be proposed as it stands. */
  faults: readonly string[];
  /** Those that can be told. */
  channels: readonly string[];
  /** The rung that is open. */
  open?: RungSight | undefined;
};
/** `no` counts from 1. Times in minutes. `late` and each of `on`: a rung's id, `again` or `end`. */
export type RungSight = {
  id: string;
  no: number;
  titles: readonly string[];
  roles: readonly string[];
  channels: readonly string[];
  ask: "call" | "decide" | "police";
  every: number;
  within: number;
  late: string;
  on: Readonly<Partial<Record<Asked, string>>>;
  clauses: readonly string[];
};
/** A line of a list. `values`: what else it says, as its inputs show it. */
export type RowSight = {
  id: string;
  text: string;
  clauses: readonly string[];
  values: Readonly<Record<string, string>>;
};
export type ChoiceSight = SettingSight & {
  /** Whether the school chose it itself, or what is proposed holds until it does. */
  chosen: boolean;
  /** The policy says it itself, and nothing is left to choose. */
  says?: boolean;
  /** The value as sentences. */
  said?: { say: string; under: readonly string[] } | undefined;
  /** On which it bears. */
  clauses: readonly string[];
  input: SettingInput;
  /** As the schools file has it. */
  asInFile: string;
  /** Where `input` is `rows`. */
  rows?: readonly RowSight[];
  /** The line that is open. */
  row?: RowSight | undefined;
  /** Where `input` is `fields`, by their names. */
  values?: Readonly<Record<string, string>>;
  /** Where `input` is `ladder`. */
  ladder?: LadderSight | undefined;
  /** Where `input` is `baseline`. */
  baseline?: {
    on?: string | undefined;
    controls: readonly { id: string; title: string }[];
    lacking: readonly { control: string; plan: string }[];
  };
};
