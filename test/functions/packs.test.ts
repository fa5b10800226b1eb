import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packFolders, readPacks } from "../../functions/packs";
import { readSchoolBook } from "../../functions/school-book";
import { testPacks } from "../policies/read-pack";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packs-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const school = `tenant: 11111111-1111-1111-1111-111111111111
schools:
  - id: willow
    name: Willow Lane
    policy: willow-lane
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }
    channels: {}
    settings: { filedTo: the child's folder, incidentsTo: asSuggested }
people:
  - { id: 22222222-2222-2222-2222-222222222222, name: Priya Shah, school: willow, roles: [officeManager, safeguarding, pastoral] }
`;

describe("a school's own folder of policies", () => {
  it("is read beside those that the program brings along", () => {
    const names = [...readPacks(packFolders(testPacks)).keys()];
    expect(names).toEqual(expect.arrayContaining(["aspire", "willow-lane"]));
  });

  it("gives a school its policy", () => {
    const file = join(folder, "schools.yaml");
    writeFileSync(file, school);
    const { book } = readSchoolBook(file, testPacks);
    expect(book.policy("willow")).toMatchObject({
      lengthLimit: { value: 30, by: "policy", clauses: ["WIL-13"] },
      incidentsTo: { value: ["safeguarding"], by: "school" },
    });
  });

  it("is refused where a pack bears the name of another", () => {
    cpSync(join(testPacks, "willow-lane"), join(folder, "aspire"), { recursive: true });
    expect(() => readPacks(packFolders(folder))).toThrow("aspire: there is another pack of this name");
  });

  it("is refused where there is none", () => {
    expect(() => readPacks(packFolders(join(folder, "nowhere")))).toThrow("nowhere is no folder");
  });

  it("is named in full where something in it is wrong", () => {
    cpSync(join(testPacks, "willow-lane"), join(folder, "oak"), { recursive: true });
    writeFileSync(join(folder, "oak", "clauses.yaml"), "- 1");
    expect(() => readPacks([folder])).toThrow(`${join(folder, "oak")}/clauses.yaml:1: `);
  });
});
