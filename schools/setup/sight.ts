import type { SettingInput } from "../../policies/setting-input";
import type { At, Day, Id, Span } from "../school";

/** Which part of set-up an administrator has open. */
export const pages = [
  "overview",
  "people",
  "roles",
  "rota",
  "days",
  "channels",
  "policy",
  "choices",
  "choice",
  "log",
] as const;
export type Page = (typeof pages)[number];

/** What an administrator sees of a school's set-up. Names and titles as they were typed; dates `YYYY-MM-DD`, times `HH:MM`. */
export type SetUpSight = {
  page: Page;
  school: { id: Id; name: string; zone: string };
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
  /** The one that is open. */
  choice?: ChoiceSight | undefined;
  waiting: readonly { no: number; say: string; by: string; mine: boolean }[];
  /** Newest first. */
  log: readonly { at: At; say: string; by: string; second?: string | undefined; declined: boolean }[];
};

export type SetUpPerson = {
  id: Id;
  name: string;
  phone?: string | undefined;
  until?: string | undefined;
  titles: readonly string[];
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
export type ChoiceSight = SettingSight & {
  /** Whether the school chose it itself, or what is proposed holds until it does. */
  chosen: boolean;
  /** On which it bears. */
  clauses: readonly string[];
  input: SettingInput;
  /** As the schools file has it. */
  asInFile: string;
  /** Where `input` is `baseline`. */
  baseline?: {
    on?: string | undefined;
    controls: readonly { id: string; title: string }[];
    lacking: readonly { control: string; plan: string }[];
  };
};
