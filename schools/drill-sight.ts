import type { At, Id } from "./school";

/** What whoever may begin a drill sees of drills at their school. */
export type DrillSight = {
  school: { id: Id; name: string; zone: string };
  now: At;
  people: readonly { id: Id; name: string }[];
  underWay?: { player: string } | undefined;
  /** Newest first. */
  log: readonly DrillResult[];
};

/** What governors read of a drill; minutes are counted from its alarm. */
export type DrillResult = {
  at: At;
  kind: "silence" | "covert";
  by: string;
  how: "finished" | "stopped" | "calledOff" | "timeOut";
  toldAfter?: number | undefined;
  takenAfter?: { who: string; minutes: number } | undefined;
  endedAfter?: number | undefined;
  steps: readonly string[];
};
