/** The steps that bring a database from one `user_version` to the next. Never edit one that was released: add another. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE visit (
    school TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    household TEXT NOT NULL,
    open INTEGER NOT NULL,
    leave INTEGER NOT NULL,
    back INTEGER NOT NULL,
    urgency INTEGER NOT NULL,
    next_due_at INTEGER,
    PRIMARY KEY (school, id)
  ) STRICT;
  CREATE INDEX visit_due ON visit (urgency, next_due_at) WHERE next_due_at IS NOT NULL;
  CREATE INDEX visit_open ON visit (school) WHERE open = 1;
  CREATE INDEX visit_household ON visit (school, household, leave);

  CREATE TABLE visitor (
    school TEXT NOT NULL,
    person TEXT NOT NULL,
    visit TEXT NOT NULL,
    PRIMARY KEY (school, person, visit)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX visitor_visit ON visitor (school, visit);

  CREATE TABLE document (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  `,
  // The doors of a round after its first, so that a home finds every visit to it.
  `
  CREATE TABLE stop (
    school TEXT NOT NULL,
    household TEXT NOT NULL,
    visit TEXT NOT NULL,
    PRIMARY KEY (school, household, visit)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX stop_visit ON stop (school, visit);
  INSERT OR IGNORE INTO stop (school, household, visit)
    SELECT visit.school, json_extract(stop.value, '$.household'), visit.id
    FROM visit, json_each(CASE WHEN json_valid(document) THEN document ELSE '{}' END, '$.visit.plan.stops') AS stop
    WHERE json_extract(stop.value, '$.household') IS NOT NULL;
  `,
  // Who is out on which visit, so that nobody has to look into the visits themselves to know who is away.
  `
  CREATE TABLE away (
    school TEXT NOT NULL,
    person TEXT NOT NULL,
    visit TEXT NOT NULL,
    PRIMARY KEY (school, person, visit)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX away_visit ON away (school, visit);
  INSERT OR IGNORE INTO away (school, person, visit)
    SELECT visit.school, outing.key, visit.id
    FROM visit, json_each(CASE WHEN json_valid(document) THEN document ELSE '{}' END, '$.visit.outings') AS outing
    WHERE open = 1 AND json_extract(outing.value, '$.back') IS NULL;
  `,
];
