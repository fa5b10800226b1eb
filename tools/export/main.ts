import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { exportRegister, exportVisit } from "../../functions/exporting";
import { openBeside } from "../../functions/open-store";
import { placeOf } from "../../functions/packs";
import { readSchoolBook } from "../../functions/school-book";
import { environment, readSettings } from "../../functions/settings";
import { atLocal } from "../../schools/hours";
import { asFile } from "../../schools/setup/as-file";

const usage = `npm run export -- --school ID --visit ID --out FILE
npm run export -- --school ID --register visits|lone --from 2026-09-01 --to 2026-12-31 --out FILE
npm run export -- --schools --out FILE
A visit's record as text, a register as CSV, or the schools file with all that was changed in Teams. It reads the same store as Homeward, which may go on running.
Whoever runs it can read the records themselves: keep the file where they may be kept.`;

const startedIn = process.env.INIT_CWD ?? ".";
const options = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    school: options,
    visit: options,
    register: options,
    from: options,
    to: options,
    out: options,
    schools: { type: "boolean" },
  },
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : "It could not be exported.");
    process.exitCode = 1;
  },
);

async function main(): Promise<number> {
  const { school, visit, register, out } = values;
  if (values.schools && out) return schoolsTo(out);
  const which = register === "visits" || register === "lone" ? register : undefined;
  if (!school || !out || (visit === undefined) === (which === undefined)) return fail(usage, 2);
  const settings = readSettings(environment, process.env);
  const { book, live } = readSchoolBook(placeOf(settings.SCHOOLS_FILE), settings.POLICIES_DIR);
  if (!book.roster(school)) return fail(`There is no school ${school}; there is ${book.schools().join(", ")}.`, 1);
  const opened = await openBeside(settings);
  try {
    await live.refresh(opened.store, Date.now(), (what) => console.error(what));
    const [roster, policy] = [book.roster(school), book.policy(school)];
    if (!roster || !policy) return fail(`${school} has not chosen its policy's ladder yet.`, 1);
    const a = { roster, policy, now: Date.now() };
    const text = which
      ? await exportRegister(opened.store, school, { which, ...spanOf(roster.school.timezone) }, a)
      : await exportVisit(opened.store, school, visit ?? "", a);
    if (text === undefined) return fail(`There is no record ${visit} that can be read.`, 1);
    return write(resolve(startedIn, out), text);
  } finally {
    await opened.close();
  }
}

async function schoolsTo(out: string): Promise<number> {
  const settings = readSettings(environment, process.env);
  const { live } = readSchoolBook(placeOf(settings.SCHOOLS_FILE), settings.POLICIES_DIR);
  const opened = await openBeside(settings);
  try {
    await live.refresh(opened.store, Date.now(), (what) => console.error(what));
    return write(resolve(startedIn, out), stringify(asFile(live.schools.file, Date.now())));
  } finally {
    await opened.close();
  }
}

/** Never over another file, and for its owner alone. */
function write(file: string, text: string): number {
  if (existsSync(file)) return fail(`${file} is there already.`, 1);
  writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  console.log(file);
  return 0;
}

function spanOf(zone: string): { from: number; to: number } {
  const from = atLocal(values.from ?? "", "00:00", zone);
  const to = atLocal(values.to ?? "", "23:59", zone);
  if (from === undefined || to === undefined) throw new Error(usage);
  return { from, to: to + 60_000 };
}

function fail(say: string, code: number): number {
  console.error(say);
  return code;
}
