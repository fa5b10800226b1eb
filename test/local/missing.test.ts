import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Program } from "../program";

const short = `
tenant: 11111111-1111-1111-1111-111111111111
schools:
  - id: meadow
    name: Meadow Primary
    policy: aspire
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }
    channels: { slt: "19:slt@thread.tacv2", office: "19:office@thread.tacv2" }
    settings: {}
people:
  - id: 22222222-2222-2222-2222-222222222222
    name: Priya Shah
    phone: "+44 7700 900001"
    school: meadow
    roles: [visitor]
`;

it("starts on the shortest schools file, and says what the policy asks for beside", async () => {
  const folder = mkdtempSync(join(tmpdir(), "homeward-short-"));
  writeFileSync(join(folder, "schools.yaml"), short);
  const program = await Program.open({ schools: join(folder, "schools.yaml") });
  expect(program.output).toMatch(/Meadow Primary: nobody has the role Principal: no visit can be approved\./);
  expect(program.output).toMatch(/Meadow Primary: no code word is set/);
  await program.remove();
  rmSync(folder, { recursive: true });
});
