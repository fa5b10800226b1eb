import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testPacks } from "../policies/read-pack";
import { School } from "../scenarios/school";

/** The demo school, and beside it one with a policy of its own. */
const withWillow = (demo: string): string =>
  demo.replace(
    "people:",
    `  - id: willow
    name: Willow Lane
    policy: willow-lane
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }
    channels: {}
    settings: { filedTo: the child's folder, incidentsTo: asSuggested }
people:
  - { id: 99999999-9999-9999-9999-999999999999, name: Wil Low, school: willow, roles: [officeManager, safeguarding, pastoral] }`,
  );
const root = join(__dirname, "../..");
let folder: string;
let out: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "homeward-package-"));
  out = join(folder, "azure");
  const schools = join(folder, "my-schools.yaml");
  writeFileSync(schools, withWillow(readFileSync(join(root, "schools.demo.yaml"), "utf8")));
  const built = builds("--schools", schools, "--policies", testPacks);
  expect(built.stderr).toBe("");
});
const builds = (...more: string[]) =>
  spawnSync(process.execPath, ["scripts/build-azure.mjs", "--out", out, ...more], { cwd: root, encoding: "utf8" });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(join(folder, file), "utf8");

describe("the package for Azure", () => {
  it("holds the code, the policies, one schools file and what the host reads, and nothing else", () => {
    const files = globSync("**/*", { cwd: out }).filter((file) => statSync(join(out, file)).isFile());
    const own = globSync("policies/*/{policy,clauses}.yaml", { cwd: root });
    const policies = [...own, "policies/willow-lane/clauses.yaml", "policies/willow-lane/policy.yaml"];
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
        "drills",
        "engine",
        "functions",
        "phone",
        "policies",
        "schools",
        "setup",
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

  it("finds a policy of the school's own, without a setting", () => {
    const said = `const { readSchoolBook } = require("./app.js");
      console.log(readSchoolBook("./schools.yaml").book.policy("willow").title);`;
    const ran = spawnSync(process.execPath, ["-e", said], { cwd: out, encoding: "utf8" });
    expect([ran.stderr, ran.stdout]).toEqual(["", "Home Visits Policy and Procedure\n"]);
  });

  it.each([
    ["a schools file that is not there", ["--schools", "nowhere.yaml"], /^--schools: nowhere\.yaml is not there/],
    ["no schools file, as when it was forgotten", ["--schools", ""], /^--schools: no file is not there/],
    ["a folder of policies that is none", ["--policies", "nowhere"], /^--policies: nowhere is no folder/],
    ["a policy by the name of another", ["--policies", "policies"], /^--policies: aspire: there is another pack/m],
  ])("is not built from %s", (_, args, says) => {
    const built = builds(...args);
    expect([built.status, built.stderr]).toEqual([1, expect.stringMatching(says)]);
    expect(statSync(join(out, "app.js")).size).toBeGreaterThan(1_000_000);
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
      school = await School.open({ env: { STORE: "cosmos", PACKAGE_DIR: out } });
    });
    afterAll(() => school.close());

    it("S2: runs a visit and its alarm just as it is packaged", async () => {
      await school.sendsOut();
      expect(await school.told(/ALARM/, () => school.priya.says("help"))).toEqual(
        expect.arrayContaining(["ann", "helen"]),
      );
      expect((await fetch(`${school.program.url}/api/health`)).status).toBe(200);
    });
  });
});
