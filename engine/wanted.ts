import { localDate } from "../schools/hours";
import { dutiesAt } from "../schools/roster";
import type { At, Id } from "../schools/school";
import { nextDeadline } from "../visits/deadlines";
import type { Notice } from "../visits/notice";
import { steadyUntil } from "../visits/steady-until";
import type { Visit } from "../visits/visit";
import { wanted } from "../visits/wanted";
import { alarmNotices } from "../visits/wanted/alarms";
import type { Around } from "./facts";

/**
 * What the clock makes of one state of a visit, in the same surroundings: the same from the scene's own moment until `until`. Each part is derived when it is first asked
 * for. A press and the passes of delivery after it ask for them a dozen times over.
 */
type Outlook = {
  readonly scene: Around;
  readonly until: At;
  /** The next one; undefined where the clock has nothing more to say. */
  readonly deadline: At | undefined;
  notices?: readonly Notice[];
  /** Of its alarms, were nobody out on other visits. */
  forAll?: readonly Notice[];
  /** Nothing happens by itself. */
  isQuiet?: boolean;
};

const known = new WeakMap<Visit, Outlook>();

/** Where it is known: whoever looks at a state once only, such as the clock at one that it leaves, has no use for more. */
export function outlookKnown(visit: Visit, scene: Around): Outlook | undefined {
  const last = known.get(visit);
  const holds = last && last.scene.now <= scene.now && scene.now < last.until && isSame(last.scene, scene);
  return holds ? last : undefined;
}

export function outlookOf(visit: Visit, scene: Around): Outlook {
  const last = outlookKnown(visit, scene);
  if (last) return last;
  const { policy, roster, now } = scene;
  const deadline = nextDeadline(visit, policy, roster, now);
  const outlook = { scene, deadline, until: steadyUntil(visit, scene, now, deadline) };
  known.set(visit, outlook);
  return outlook;
}

/** What the visit calls for. */
export function wantedOf(visit: Visit, scene: Around): readonly Notice[] {
  const outlook = outlookOf(visit, scene);
  outlook.notices ??= wanted(visit, scene);
  return outlook.notices;
}

export function wantedForAll(visit: Visit, scene: Around): readonly Notice[] {
  const outlook = outlookOf(visit, scene);
  outlook.forAll ??= alarmNotices(visit, { ...scene, away: [] });
  return outlook.forAll;
}

const isSame = (a: Around, b: Around): boolean =>
  a === b ||
  (a.roster === b.roster && a.policy === b.policy && areAway(a.away, b.away) && (a.now === b.now || isSameDay(a, b)));

/** In the same order: from the same store they come in it. */
const areAway = (a: readonly Id[], b: readonly Id[]): boolean =>
  a === b || (a.length === b.length && a.every((id, i) => b[i] === id));

/** Last days and stand-ins are by the day, who is on duty is by the rota. */
const isSameDay = ({ roster: { school }, now }: Around, { now: other }: Around): boolean =>
  localDate(now, school.timezone) === localDate(other, school.timezone) &&
  dutiesAt(school, now) === dutiesAt(school, other);
