import type { At, Id } from "../school";

/** What an administrator sees of a school's set-up. Names and titles as they were typed. */
export type SetUpSight = {
  school: { id: Id; name: string; zone: string };
  now: At;
  policy: { pack: string; title: string };
  missing: readonly string[];
  roles: readonly { role: string; title: string; people: readonly string[] }[];
  people: readonly { id: Id; name: string }[];
  acting: readonly { name: string; title: string; from: string; to: string }[];
  channels: readonly { name: string; set: boolean }[];
  /** `YYYY-MM-DD`, those to come. */
  closedDays: readonly string[];
  earlyClosing: readonly { date: string; time: string }[];
  cover: readonly { from: string; to: string }[];
  codeWordSet: boolean;
  /** What the policy leaves to the school. */
  settings: readonly { name: string; title: string; value: string; open: boolean; suggested: boolean }[];
  waiting: readonly { no: number; say: string; by: string; mine: boolean }[];
  /** Newest first. */
  log: readonly { at: At; say: string; by: string; second?: string | undefined; declined: boolean }[];
};
