const Environment = require("./one-realm-environment.js") as new () => { teardown(): Promise<void> };

type Kept = { [name: symbol]: unknown };
const realm = globalThis as Kept;
const namesOf = (what: string) => Object.getOwnPropertySymbols(realm).filter(({ description }) => description === what);
/** What jest keeps of this file that must not outlast it: whom it tells of what happens in it, and its tests. */
const ofThisFile = () => ["EVENT_HANDLERS", "JEST_STATE_SYMBOL"].map((what) => namesOf(what).length);

it("ends with a test file what jest had listen in it and keeps of its tests, so that later files neither report nor carry it", async () => {
  const before: Kept = Object.fromEntries(Object.getOwnPropertySymbols(realm).map((name) => [name, realm[name]]));
  expect(ofThisFile()).toEqual([1, 1]);
  try {
    await new Environment().teardown();
    expect(ofThisFile()).toEqual([0, 0]);
  } finally {
    for (const name of Object.getOwnPropertySymbols(before)) realm[name] ??= before[name];
  }
});
