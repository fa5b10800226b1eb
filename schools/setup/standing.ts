import type { Packs } from "../checks";
import { schoolsOf } from "../parse-schools";
import { personAt, schoolsOfPerson } from "../person-at";
import type { SchoolsFile } from "../schema";
import type { Id } from "../school";
import { applied } from "./apply";
import type { Change } from "./change";

type LeftOut = (school: Id, change: Change) => void;

/** The file with a school's changes on top of it, in their order; what the file contradicts since is left out, and said. */
export function withChanges(
  file: SchoolsFile,
  school: Id,
  changes: readonly Change[],
  { packs, leftOut }: { packs: Packs; leftOut: LeftOut },
): SchoolsFile {
  const isSound = (one: SchoolsFile) => !("faults" in schoolsOf(onlyOf(one, school), packs));
  const make = (before: SchoolsFile, change: Change) => applied(before, school, change, packs);
  const all = changes.reduce(make, file);
  if (isSound(all)) return all;
  return changes.reduce((before, change) => {
    const after = make(before, change);
    if (isSound(after)) return after;
    leftOut(school, change);
    return before;
  }, file);
}

/** That school alone, so that a look at one doesn't cost by how many there are. */
export function onlyOf(file: SchoolsFile, school: Id): SchoolsFile {
  const here = file.people.filter((one) => schoolsOfPerson(one).includes(school));
  return {
    ...file,
    schools: file.schools.filter(({ id }) => id === school),
    people: here.map(({ schools: _, ...one }) => ({ ...personAt(one, school), school })),
  };
}
