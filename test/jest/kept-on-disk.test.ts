import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keptOnDisk, madeFrom } from "../kept-on-disk";

describe("what is kept from one run to the next", () => {
  const folder = mkdtempSync(join(tmpdir(), "homeward-kept-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is made once, and is what was made", () => {
    const from = madeFrom([], ["one"]);
    let made = 0;
    const make = () => {
      made += 1;
      return { register: new Map([["AET-01", { text: "Title" }]]), silent: undefined };
    };
    const [first, second] = [keptOnDisk(from, make, folder), keptOnDisk(from, make, folder)];
    expect(second).toStrictEqual(first);
    expect(made).toBe(1);
  });

  it("is made anew for another text, another order of texts, and other code", () => {
    const keys = [
      madeFrom([], ["a", "b"]),
      madeFrom([], ["ab"]),
      madeFrom([], ["b", "a"]),
      madeFrom(["policies"], ["a", "b"]),
      madeFrom(["policies", "package.json"], ["a", "b"]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
