import { type AsKnown, knownId } from "../engine/known";
import type { Store } from "../engine/ports";
import type { Schools, Secret } from "../schools/parse-schools";
import type { Id, Person, Roster } from "../schools/school";
import { starting as words } from "../words/en-gb/starting";

type Kept = Pick<Store, "away" | "some">;

/**
 * The schools with those who are out on one of their visits and are no longer listed there: without a role and past their last day, so that
 * nothing is open to them but what brings them home safely (S9, ADR 0020).
 */
export async function withThoseOut<S extends Pick<Schools, "rosters" | "secrets">>(
  store: Kept,
  schools: S,
): Promise<S> {
  const rosters = [];
  const secrets = new Map(schools.secrets.map((secret) => [secret.school, secret]));
  for (const roster of schools.rosters) {
    const { id } = roster.school;
    const gone = await unlisted(store, roster);
    rosters.push(
      gone.length > 0 ? { ...roster, people: [...roster.people, ...gone.map(({ person }) => person)] } : roster,
    );
    const secret = secrets.get(id);
    if (secret && gone.length > 0) secrets.set(id, withSigns(secret, gone));
  }
  return { ...schools, rosters, secrets: [...secrets.values()] };
}

type Gone = { person: Person; signal: string | undefined };

async function unlisted(store: Kept, { school, people }: Roster): Promise<Gone[]> {
  const listed = new Set(people.map(({ id }) => id));
  const gone = (await store.away(school.id)).filter((id) => !listed.has(id));
  if (gone.length === 0) return [];
  const known = await store.some<AsKnown>(
    "known",
    gone.map((id) => knownId(school.id, id)),
  );
  return gone.map((id) => goneFrom(school.id, id, known.find((one) => one.id === knownId(school.id, id))?.value));
}

const goneFrom = (school: Id, id: Id, known: AsKnown | undefined): Gone => ({
  person: {
    ...{ id, name: known?.name ?? words.somebodyOut, phone: known?.phone, email: known?.email },
    ...{ schools: [school], roles: [], checks: {}, until: longAgo },
  },
  signal: known?.signal,
});

const longAgo = "2000-01-01";

const withSigns = (secret: Secret, gone: readonly Gone[]): Secret => {
  const signs = gone.flatMap(({ person, signal }) => (signal ? [[person.id, signal]] : []));
  return { ...secret, signals: { ...secret.signals, ...Object.fromEntries(signs) } };
};
