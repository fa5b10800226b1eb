import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const pictures = [...readme.matchAll(/\]\(([^)\s]+\.png)\)/g)].map(([, picture = ""]) => picture);

describe("the README", () => {
  it("shows a picture", () => expect(pictures).not.toEqual([]));

  it.each(pictures)("shows %s, which is soon loaded", (picture) => {
    expect(statSync(join(root, picture)).size).toBeLessThan(300_000);
  });

  it("names only commands that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name);
    expect(named).toContain("start");
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });
});
