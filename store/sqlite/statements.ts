const row = "school, id, version, document, urgency, next_due_at";
const key = "school, id";

/**
 * Everything the store ever asks of SQLite. No write gives rows back: whoever takes the first of them is given it before SQLite commits, and never hears
 * that the disk then refused (S14).
 */
export const statements = {
  read: `SELECT ${row} FROM visit WHERE school = ? AND id = ?`,
  /** Another number once another connection has written into the file. */
  dataVersion: "PRAGMA data_version",
  insert: `INSERT INTO visit (school, id, version, document, household, open, leave, back, urgency, next_due_at)
    VALUES (:school, :id, 1, :document, :household, :open, :leave, :back, :urgency, :due) ON CONFLICT DO NOTHING`,
  replace: `UPDATE visit SET version = version + 1, document = :document, household = :household, open = :open,
    leave = :leave, back = :back, urgency = :urgency, next_due_at = :due
    WHERE school = :school AND id = :id AND CAST(version AS TEXT) = :etag`,
  // Where nothing changes that visits are found by, their other indexes are left alone.
  replaceText: `UPDATE visit SET version = version + 1, document = :document, urgency = :urgency, next_due_at = :due
    WHERE school = :school AND id = :id AND CAST(version AS TEXT) = :etag`,
  replaceTimes: `UPDATE visit SET version = version + 1, urgency = :urgency, next_due_at = :due
    WHERE school = :school AND id = :id AND CAST(version AS TEXT) = :etag`,
  replaceReady: `UPDATE visit SET version = version + 1, document = CAST(:text AS TEXT), urgency = :urgency, next_due_at = :due
    WHERE school = :school AND id = :id AND CAST(version AS TEXT) = :etag`,
  forgetVisitors: `DELETE FROM visitor WHERE school = ? AND visit = ? AND person NOT IN (SELECT value FROM json_each(?))`,
  forgetStops: "DELETE FROM stop WHERE school = ? AND visit = ? AND household NOT IN (SELECT value FROM json_each(?))",
  forgetAway: "DELETE FROM away WHERE school = ? AND visit = ? AND person NOT IN (SELECT value FROM json_each(?))",
  nameAway: "INSERT INTO away (school, person, visit) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  nameStop: "INSERT INTO stop (school, household, visit) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  nameVisitor: "INSERT INTO visitor (school, person, visit) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",

  // One urgency at a time: the index then ends where the due ones end, and nothing is sorted.
  due: `SELECT school, id, urgency, next_due_at FROM visit
    WHERE next_due_at IS NOT NULL AND urgency = ? AND next_due_at <= ? ORDER BY next_due_at LIMIT ?`,
  firstDue: "SELECT min(next_due_at) AS at FROM visit WHERE next_due_at IS NOT NULL AND urgency = ?",
  makeDue: `UPDATE visit SET next_due_at = :at WHERE school = :school AND id = :id
    AND (:dueAt IS NULL OR (next_due_at = :dueAt AND urgency = :urgency))`,

  open: `SELECT ${key} FROM visit WHERE school = ? AND open = 1 ORDER BY leave`,
  away: "SELECT DISTINCT person FROM away WHERE school = ? ORDER BY person",
  // Each by an index of its own: of an OR, SQLite makes a look at all visits of the school.
  household: `SELECT ${key} FROM visit WHERE school = :school AND id IN
      (SELECT id FROM visit WHERE school = :school AND household = :household
      UNION ALL SELECT visit FROM stop WHERE school = :school AND household = :household) ORDER BY leave DESC`,
  ofPerson: `SELECT ${key} FROM visit JOIN visitor USING (school)
    WHERE school = ? AND person = ? AND visit = id AND (open = 1 OR back >= ?) ORDER BY leave DESC`,

  dueBack: `SELECT ${key} FROM visit WHERE school = ? AND back >= ? AND back < ? ORDER BY back`,

  get: "SELECT value FROM document WHERE kind = ? AND id = ?",
  put: "INSERT INTO document (kind, id, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  takeAway: "DELETE FROM document WHERE kind = ? AND id = ?",
  some: `SELECT id, value FROM document WHERE kind = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  all: "SELECT id, value FROM document WHERE kind = ? ORDER BY id",
} as const;
