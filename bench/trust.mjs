// A trust to measure with: schools of 26 people, ten visits out at each, told once through the real engine and then copied inside SQLite.

import { closeSync, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const require = createRequire(import.meta.url);
export const from = (module) => require(`../dist/${module}.js`);
const { createEngine } = from("engine/create");
const { SqliteStore } = from("store/sqlite/sqlite-store");
const { readPack } = from("functions/packs");
const { resolvePolicy } = from("policies/resolve");
const { asSuggested } = from("policies/schema");
const { newId, newSalt } = from("functions/ids");
const { drawCard, drawMoved, saidOn } = from("cards/draw");
const { sayNotice } = from("cards/say");

export const root = new URL("..", import.meta.url).pathname;
export const second = 1_000;
export const minute = 60 * second;
export const visitsASchool = 10;
/** A Monday, ten o'clock in London. */
export const START = Date.UTC(2026, 10, 23, 10);
export const CODE = "green folder";

const { pack } = readPack(join(root, "policies/aspire"));
const silent = Object.entries(pack.parameters).filter(([, parameter]) => "silent" in parameter);
const resolved = resolvePolicy(pack, Object.fromEntries(silent.map(([name]) => [name, asSuggested])));
export const policy = { ...resolved.policy, hash: "aspire-as-suggested" };

const held = { on: "2026-01-12" };
const checks = Object.fromEntries(
  ["violencePrevention", "safePractice", "dbs", "homeVisitsPolicy", "loneWorkingPolicy", "businessInsurance"]
    .concat(["codeOfConduct", "deEscalation"])
    .map((id) => [id, held]),
);
const staff = { a: ["office"], b: ["office"], h: ["principal"], s: ["slt"], t: ["slt"], j: ["dsl"] };
/** No more than there must be: each more is another who is told of every visit. */
export const few = { a: ["office"], h: ["principal"], s: ["slt", "dsl"] };
/** Schools are named so that a person's id can hold their school's name: a copied school is the first one's text with another name. */
export const idAt = (school, who) => {
  const no = /^v\d\d$/.test(who) ? Number(who.slice(1)) : 0xe0 + Object.keys(staff).indexOf(who);
  return `${school}${no.toString(16).padStart(2, "0")}-0000-4000-8000-000000000000`;
};
export const schoolNo = (no) => `a${String(no).padStart(5, "0")}`;

function rosterOf(school, working) {
  const person = (who, roles) => ({
    id: idAt(school, who),
    name: `Name ${who}`,
    phone: "+44 7700 900001",
    schools: [school],
    roles,
    checks,
  });
  const visitors = Array.from({ length: 2 * visitsASchool }, (_, no) =>
    person(`v${String(no).padStart(2, "0")}`, ["visitor"]),
  );
  const others = Object.entries(working).map(([who, roles]) => person(who, roles));
  return {
    school: {
      ...{
        id: school,
        tenant: "11111111-1111-1111-1111-111111111111",
        name: `School ${school}`,
        policy: "aspire",
        timezone: "Europe/London",
      },
      hours: { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:30", to: "16:00" },
      ...{ phone: "+44 1332 900100", closedDays: [], earlyClosing: {}, acting: [], settings: {} },
      channels: { slt: "19:slt@thread.tacv2", office: "19:office@thread.tacv2" },
    },
    people: [...visitors, ...others],
  };
}

export function bookOf(count, working = staff) {
  const ids = Array.from({ length: count }, (_, no) => schoolNo(no));
  const rosters = new Map();
  const rosterFor = (school) => {
    if (!rosters.has(school)) rosters.set(school, rosterOf(school, working));
    return rosters.get(school);
  };
  return {
    schools: () => ids,
    roster: rosterFor,
    policy: () => policy,
    secret: async (school) => ({ codeWord: CODE, signals: { [idAt(school, "v00")]: "stayingAWhile" } }),
  };
}

/** Teams that takes everything at once, or after `delay` ms, and tells who was told what and when. */
export class CountingTeams {
  texts = [];
  posts = 0;
  constructor(now = () => performance.now(), delay = 0) {
    this.now = now;
    this.delay = delay;
  }
  #take = async (to) => {
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    return { conversation: JSON.stringify(to), activity: String(++this.posts) };
  };
  say = (school, to, text, { alarm }) => {
    this.texts.push({ at: this.now(), school, to, text, alarm });
    return this.#take(to);
  };
  show = (_school, to) => this.#take(to);
  update = (_school, to) => this.#take(to);
}

export const engineOn = ({ store, messenger, clock, book, ...more }) => {
  const engine = createEngine({
    ...{ store, messenger, clock, book, ids: newId, salts: newSalt, draw: drawCard, says: saidOn },
    ...{ say: sayNotice, moved: drawMoved },
    ...{
      alone: true,
      wake: () => undefined,
      wakeAt: () => undefined,
      report: (what, about) => console.error(what, about),
      ...more,
    },
  });
  return engine;
};

export function folder() {
  const path = mkdtempSync(join(tmpdir(), "homeward-bench-"));
  return { path, file: join(path, "homeward.db"), remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const ticks = policy.approvalTicks.value.map(({ id }) => id).join(",");

export async function does(engine, who, verb, visit, no, input = {}, sentAt = 0) {
  const answer = await engine.submit(who, { verb, visit, no, input, sentAt });
  if ("refusal" in answer) throw new Error(`${verb}: ${answer.refusal.say}`);
  return answer.done.visit;
}

/** A request for a visit to one of a school's homes. */
export const requestOf = (home, companion, times) => ({
  ...{ pupil: `Pupil ${lettersOf(home)} Martin`, address: `${home + 1} Mill Lane, Derby`, postcode: "DE1 3AB" },
  ...{ reason: "attendanceSupport", purpose: "To agree how they come back to school" },
  ...{ whyNotInSchool: "Her mother cannot leave the baby", ...times },
  ...{ companion, agreed: "agreed", agreedHow: "By phone on Friday" },
});

/** A name has no digits. */
const lettersOf = (no) => [...String(no)].map((digit) => "ABCDEFGHIJ"[digit]).join("");

/** One visit of a school from the request to both being out at half past one. Everything is told as the clock goes. */
export async function sendOut(engine, time, school, no) {
  const [lead, mate] = [2 * no, 2 * no + 1].map((it) => idAt(school, `v${String(it).padStart(2, "0")}`));
  const request = requestOf(no, mate, { date: "2026-11-23", leave: "13:30", start: "14:00", back: "15:50" });
  time.at = START;
  const visit = await does(engine, lead, "requestVisit", undefined, undefined, request);
  await does(engine, mate, "agreeToVisit", visit, 1);
  await does(engine, lead, "assessRisk", visit, 1, { useGeneric: "true", considered: "true" });
  await does(engine, idAt(school, "h"), "approve", visit, 1, { reason: "Needed", ticks, confirmed: "true" });
  await engine.sweep();
  time.at = START + 210 * minute;
  await does(engine, lead, "signOut", visit, 1, { allTrue: "true", vehicle: "on foot" });
  await does(engine, mate, "signOut", visit, 1, { allTrue: "true", vehicle: "on foot" });
  await does(engine, idAt(school, "a"), "takeWatch", visit);
  await engine.sweep();
  time.at = START + 251 * minute;
  await engine.sweep();
  await does(engine, idAt(school, "a"), "recordCall", visit, 1, { outcome: "ok" });
  await engine.sweep();
  return visit;
}

/** Everything settled at ten visits of one school, all due again in the same moment. */
async function template(file) {
  const store = new SqliteStore(file);
  const time = { at: START };
  const book = bookOf(1);
  const clock = { now: () => time.at };
  for (const { id } of book.roster(schoolNo(0)).people) await store.put("conversation", id, { seenAt: START });
  for (const name of ["slt", "office"]) await store.put("conversation", `${schoolNo(0)}/${name}`, {});
  for (let no = 0; no < visitsASchool; no++)
    await sendOut(engineOn({ store, messenger: new CountingTeams(), clock, book }), time, schoolNo(0), no);
  await store.close();
  return time.at;
}

/** Plays on through everything that falls due, for as long as `goesOn` says so of the next moment and the visits as they stand. */
async function playOn(file, from, goesOn) {
  const store = new SqliteStore(file);
  const time = { at: from };
  const engine = engineOn({ store, messenger: new CountingTeams(), clock: { now: () => time.at }, book: bookOf(1) });
  for (;;) {
    const next = await store.nextDueAt();
    if (!(await goesOn(next, await store.open(schoolNo(0))))) break;
    time.at = Math.max(next, time.at + second);
    await engine.sweep();
  }
  await store.close();
  return time.at;
}

const isSilence = ({ cause, ended }) => cause === "noContact" && !ended;

/** Ten visits with all told that is owed, an instant before silence raises its alarm about each of them. */
async function eve(file) {
  const end = await template(file);
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  const due = await playOn(copy, end, (_, visits) => !visits.some(({ visit }) => visit.alarms.some(isSilence)));
  for (const name of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(name, { force: true });
  await playOn(file, end, (next) => next < due);
  return { due };
}

/**
 * A database with so many schools of ten visits that are out, and so many closed ones beside them, whose text is cut short: nothing reads it.
 * `dueNow`: of so many schools the first visit falls due at `due`; everything else within the hours after it.
 */
export async function trust(file, { schools, closed = 0, dueNow, dueVisits = 1 }) {
  const { due } = await eve(file);
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN");
  const later = due + 2 * minute;
  const name = "printf('a%05d', n)";
  const many = (count) => `WITH RECURSIVE no(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM no WHERE n < ${count})`;
  if (schools > 1)
    database.exec(`
      CREATE TEMP TABLE seed AS SELECT * FROM visit; CREATE TEMP TABLE named AS SELECT * FROM visitor; CREATE TEMP TABLE paper AS SELECT * FROM document;
      CREATE TEMP TABLE outside AS SELECT * FROM away;
      ${many(schools - 1)} INSERT INTO away SELECT ${name}, replace(person, 'a00000', ${name}), replace(visit, 'a00000', ${name}) FROM no, outside;
      ${many(schools - 1)} INSERT INTO visit SELECT ${name}, replace(id, 'a00000', ${name}), version, replace(document, 'a00000', ${name}), household,
        open, leave, back, urgency, next_due_at FROM no, seed;
      ${many(schools - 1)} INSERT INTO visitor SELECT ${name}, replace(person, 'a00000', ${name}), replace(visit, 'a00000', ${name}) FROM no, named;
      ${many(schools - 1)} INSERT INTO document SELECT kind, replace(id, 'a00000', ${name}), value FROM no, paper WHERE kind = 'conversation';`);
  if (closed > 0)
    database.exec(`${many(closed)} INSERT INTO visit SELECT printf('a%05d', n % ${schools}), printf('s%05d.closed%d', n % ${schools}, n), 40,
      printf('{"shape":1,"closed":%d}', n), 'household ' || n, 0, ${START} - n * 60000, ${START} - n * 60000 + 5400000, 3, NULL FROM no`);
  database.exec(`CREATE TEMP TABLE first AS SELECT school, id, row_number() OVER (PARTITION BY school ORDER BY id) AS nth FROM visit WHERE open = 1;
    CREATE INDEX temp.firsts ON first (school, id);
    UPDATE visit SET next_due_at = CASE WHEN CAST(substr(school, 2) AS INTEGER) < ${dueNow}
      AND (SELECT nth FROM first WHERE first.school = visit.school AND first.id = visit.id) <= ${dueVisits} THEN ${due}
      ELSE ${later} + abs(random() % 7200000) END WHERE open = 1`);
  database.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  onDisk(file);
  return { due };
}

/** What has been made must not be written out while something is measured. */
export function onDisk(file) {
  const opened = openSync(file, "r+");
  fsyncSync(opened);
  closeSync(opened);
}

export const at = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
export const middle = (numbers) => at(numbers, 0.5);
export const ms = (number) => `${number < 10 ? number.toFixed(2) : number.toFixed(0)} ms`;
