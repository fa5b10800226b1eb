import type { Notice } from "../visits/notice";
import type { Visit } from "../visits/visit";
import { wanted } from "../visits/wanted";
import type { Around } from "./facts";

type Known = { scene: Around; notices: readonly Notice[] };
const known = new WeakMap<Visit, Known>();

/** What the visit calls for. One pass asks for it many times over, of the same state at the same moment. */
export function wantedOf(visit: Visit, scene: Around): readonly Notice[] {
  const last = known.get(visit);
  if (last && isSame(last.scene, scene)) return last.notices;
  const notices = wanted(visit, scene);
  known.set(visit, { scene, notices });
  return notices;
}

const isSame = (a: Around, b: Around): boolean =>
  a.now === b.now && a.away === b.away && a.roster === b.roster && a.policy === b.policy;
