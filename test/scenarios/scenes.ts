import type { School } from "./school";

/** How far a school has come before its story begins. It is told once in a run of tests, and every story that begins there goes on from it. */
export type Scene = { name: string; after?: Scene; happens(school: School): Promise<unknown> };

/** Everybody has the app. */
export const introduced: Scene = {
  name: "introduced",
  happens: ({ people }) => Promise.all(people.map((person) => person.installs())),
};

const then = (after: Scene, name: string, happens: Scene["happens"]): Scene => ({ name, after, happens });

/** The demo school's ordinary visit, at ten and back by eleven, each step after the one before. */
export const prepared = then(introduced, "prepared", (school) => school.prepares());
export const approved = then(prepared, "approved", (school) => school.isApproved());
export const signedOut = then(approved, "signed out", (school) => school.leaves());
export const arrived = then(signedOut, "arrived", (school) => school.arrives());

/** The same, but back by three. */
export const preparedTillThree = then(introduced, "prepared till three", (school) =>
  school.prepares({ back: "15:00" }),
);
export const signedOutTillThree = then(preparedTillThree, "signed out till three", async (school) => {
  await school.isApproved();
  await school.leaves();
});
export const arrivedTillThree = then(signedOutTillThree, "arrived till three", (school) => school.arrives());
/** Both at twenty past ten, and then nothing more. */
export const heardOfTillThree = then(arrivedTillThree, "heard of till three", async (school) => {
  await school.until("10:20");
  for (const seat of [school.priya, school.tom]) await seat.presses("checkIn");
});
