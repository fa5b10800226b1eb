import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inMemory } from "../program/in-memory";
import { Meadow } from "./meadow";

/** Joan safeguards at Meadow; at Harbour she only goes on visits, and has left Quay. */

const school = (id: string, word: string) => `  - id: ${id}
    name: ${id} Primary
    policy: aspire
    timezone: Europe/London
    phone: "+44 1332 900200"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }
    channels: { slt: "19:slt-${id}@thread.tacv2", office: "19:office-${id}@thread.tacv2" }
    settings: { codeWord: ${word} }
`;
const file = readFileSync("schools.demo.yaml", "utf8")
  .replace("\npeople:\n", `\n${school("harbour", "paper lantern")}${school("quay", "brass kettle")}people:\n`)
  .replace(
    /(name: Joan Ellis\n.*\n) *school: meadow\n/,
    `$1    schools: [meadow, harbour, quay]
    at: { harbour: { roles: [visitor] }, quay: { until: "2026-01-01" } }
`,
  );

describe("P1: somebody who works at several schools", () => {
  const folder = mkdtempSync(join(inMemory, "homeward-two-schools-"));
  let meadow: Meadow | undefined;
  beforeAll(async () => {
    writeFileSync(join(folder, "schools.yaml"), file);
    meadow = await Meadow.open(join(folder, "schools.yaml"));
  });
  afterAll(async () => {
    await meadow?.close();
    rmSync(folder, { recursive: true });
  });

  it("reads the code word of those alone at which they answer alarms", async () => {
    const joan = (meadow as Meadow).person(8);
    await joan.says("code word");
    await joan.sees("green folder");
    expect(joan.texts.join()).not.toMatch(/paper lantern|brass kettle/);
  });
});
