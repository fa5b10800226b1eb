import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { School } from "../scenarios/school";

const root = join(__dirname, "../..");
let folder: string;
let out: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-package-"));
  out = join(folder, "azure");
  const built = spawnSync(process.execPath, ["scripts/build-azure.mjs", "--out", out], { cwd: root, encoding: "utf8" });
  expect(built.stderr).toBe("");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(folder, file), "utf8");

describe("the package for Azure", () => {
  it("holds the code, the policies, one schools file and what the host reads, and nothing else", () => {
    const files = globSync("**/*", { cwd: out }).filter((file) => statSync(join(out, file)).isFile());
    const policies = globSync("policies/*/{policy,clauses}.yaml", { cwd: root });
    expect(files.toSorted()).toEqual(
      ["app.js", "host.json", "main.js", "package.json", "schools.yaml", ...policies].toSorted(),
    );
  });

  it("P7: contains nothing of local mode, of tests or of what only they need", () => {
    const inputs = JSON.parse(read("azure-inputs.json")) as string[];
    expect(inputs.length).toBeGreaterThan(500);
    const rooms = inputs.filter((input) => !input.includes("node_modules/")).map((input) => input.split("/")[0]);
    expect([...new Set(rooms)].toSorted()).toEqual(
      [
        "bot",
        "cards",
        "engine",
        "functions",
        "phone",
        "policies",
        "schools",
        "store",
        "visits",
        "words",
        "left-out:botbuilder-dialogs",
      ].toSorted(),
    );
    const strange =
      /node_modules\/(openai|botbuilder-dialogs|@vercel|hono|croner|preact|playwright|jest|esbuild|@microsoft\/recognizers-text-suite)\//;
    expect(inputs.filter((input) => strange.test(input))).toEqual([]);
    expect(read("azure/app.js")).not.toContain("/local/clock");
  });

  it("P3: does not start in Azure without an app id and a database, and says both at once", () => {
    const { PATH } = process.env;
    const started = spawnSync(process.execPath, ["main.js"], { cwd: out, env: { PATH }, encoding: "utf8" });
    expect(started.status).toBe(1);
    expect(started.stderr).toMatch(/^MicrosoftAppId: is missing/m);
    expect(started.stderr).toMatch(/^STORE: must be cosmos in Azure/m);
  });

  describe("on this machine's host", () => {
    let school: School;
    beforeAll(async () => {
      school = await School.open({ ownProcess: true, env: { STORE: "cosmos", PACKAGE_DIR: out } });
    });
    afterAll(() => school.close());

    it("S2: runs a visit and its alarm just as it is packaged", async () => {
      await school.sendsOut({ back: "15:00" });
      expect(await school.told(/no contact/, () => school.until("11:05"))).toEqual(
        expect.arrayContaining(["ann", "office"]),
      );
      expect((await fetch(`${school.program.url}/api/health`)).status).toBe(200);
    });
  });
});
