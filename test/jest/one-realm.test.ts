const Environment = require("./one-realm-environment.js") as new () => { teardown(): Promise<void> };

const listening = Symbol.for("EVENT_HANDLERS");
const realm = globalThis as { [listening]?: unknown[] | undefined };

it("ends with a test file what jest had listen in it, so that no later file is reported by it once more", async () => {
  const ours = realm[listening];
  expect(ours).toContainEqual(expect.any(Function));
  try {
    await new Environment().teardown();
    expect(realm[listening]).toBeUndefined();
  } finally {
    realm[listening] = ours;
  }
});
