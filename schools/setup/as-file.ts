import { localDate, localTime } from "../hours";
import type { SchoolsFile } from "../schema";
import type { At } from "../school";

/**
 * The schools file as it stands, with all that was changed in Teams, saying of itself that it holds it (`asOf`): read in place of the file
 * that was there, nothing changes. Code words are in it, as in any schools file (P1).
 */
export const asFile = (file: SchoolsFile, now: At): SchoolsFile => ({
  ...file,
  schools: file.schools.map((school) => ({
    ...school,
    asOf: `${localDate(now, school.timezone)}T${localTime(now, school.timezone)}`,
  })),
});
