import type { Stored } from "../../engine/ports";
import type { Phase, Visit } from "../../visits/visit";

const noon = Date.UTC(2026, 10, 23, 12);

type Change = Partial<Pick<Stored, "id" | "school" | "nextDueAt" | "urgency">> & {
  phase?: Phase;
  household?: string;
  stops?: string[];
  visitors?: string[];
  leave?: number;
  back?: number;
  purpose?: string;
};

/** A visit's document as the engine would write it, with what a test cares about. */
export function sample({
  id = "meadow.first",
  school = "meadow",
  nextDueAt,
  urgency = 3,
  ...plan
}: Change = {}): Stored {
  const visit = visitOf(id, school, plan);
  return {
    id,
    school,
    etag: "",
    shape: 1,
    policy: "hash",
    visit,
    history: [],
    post: { marks: {}, cards: {} },
    nextDueAt,
    urgency,
  };
}

function visitOf(id: string, school: string, { phase = "asked", ...change }: Omit<Change, "id" | "school">): Visit {
  const {
    household = "home",
    stops,
    visitors = ["priya", "tom"],
    leave = noon,
    back = leave + 3_600_000,
    purpose = "Attendance",
  } = change;
  return {
    id,
    school,
    phase,
    asked: { by: "priya", at: leave - 3_600_000 },
    plan: {
      no: 1,
      pupil: "A Pupil",
      household,
      address: "1 High Street",
      postcode: "DE1 1AA",
      reason: "attendance",
      purpose,
      whyNotInSchool: "",
      leave,
      start: leave + 600_000,
      back,
      visitors,
      agreement: { kind: "agreed", how: "by phone" },
      news: "",
      ...(stops ? { stops: stops.map(stop) } : {}),
    },
    agreed: {},
    outings: {},
    alarms: [],
    tasks: [],
    breaches: [],
    refusals: [],
    delays: [],
  };
}

const stop = (household: string) => ({ pupil: "B Pupil", household, address: "2 Low Street", postcode: "DE1 1AB" });
