import { parseSchools, type Schools, schoolsOf } from "../../schools/parse-schools";
import { holders } from "../../schools/roster";
import { administratorsOf } from "../../schools/setup/administrators";
import { applied } from "../../schools/setup/apply";
import type { Change } from "../../schools/setup/change";
import { onlyOf } from "../../schools/setup/standing";
import { idOf } from "../people";
import { readPack } from "../policies/read-pack";

const packs = new Map(["aspire", "liberty"].map((name) => [name, readPack(name)]));
const [joan, ivo, nia] = [idOf(2), idOf(3), idOf(4)] as const;
const school = (name: string, policy: string) => `  - id: ${name}
    name: ${name}
    policy: ${policy}
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon], from: "08:30", to: "16:00" }
    channels: {}
    administrators: [${ivo}]
`;
/** A trust's DSL and the trust's IT, at a school of each policy. */
const trust = `tenant: ${idOf(1)}
schools:
${school("meadow", "aspire")}${school("harbour", "liberty")}people:
  - { id: ${joan}, name: Joan Ellis, phone: "+44 7700 900001", schools: [meadow, harbour], roles: [dsl], at: { harbour: { roles: [dsl, policyLead] } } }
  - { id: ${ivo}, name: Ivo Lang, schools: [meadow, harbour], roles: [] }
  - { id: ${nia}, name: Nia Evans, school: meadow, roles: [slt] }
`;
const now = Date.parse("2026-11-23T09:00:00Z");

const read = (text: string) => parseSchools("schools.yaml", text, packs);
const sound = (found: ReturnType<typeof read> | ReturnType<typeof schoolsOf>): Schools => {
  if ("errors" in found) throw new Error(found.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  if ("faults" in found) throw new Error(found.faults.join("\n"));
  return found;
};
const asRead = sound(read(trust));
const errors = (text: string) => {
  const found = read(text);
  return "errors" in found ? found.errors.map(({ say }) => say) : [];
};
const changedBy = (...changes: Change[]) =>
  sound(
    schoolsOf(
      changes.reduce((file, change) => applied(file, "harbour", change, packs), asRead.file),
      packs,
    ),
  );
const at = ({ rosters }: Schools, where: string, who: string) =>
  rosters.find((roster) => roster.school.id === where)?.people.find((one) => one.id === who);

describe("somebody who works at several schools", () => {
  it("holds at each what is said of them there, else what is said of them everywhere", () => {
    expect([at(asRead, "meadow", joan)?.roles, at(asRead, "harbour", joan)?.roles]).toEqual([
      ["dsl"],
      ["dsl", "policyLead"],
    ]);
    expect(at(asRead, "harbour", joan)).toMatchObject({ phone: "+44 7700 900001", schools: ["meadow", "harbour"] });
    const lead = asRead.rosters.map((roster) => holders(roster, ["policyLead"], now).map(({ id: who }) => who));
    expect(lead).toEqual([[], [joan]]);
  });

  it.each<[string, Change, object]>([
    [
      "a role",
      { kind: "role", who: joan, role: "principal", holds: true },
      { roles: ["dsl", "policyLead", "principal"] },
    ],
    ["a number", { kind: "phone", who: joan, phone: "+44 7700 900099" }, { phone: "+44 7700 900099" }],
    ["a last day", { kind: "leaves", who: joan, until: "2026-12-18" }, { until: "2026-12-18" }],
  ])("is changed by one school at that school alone: %s", (_, change, there) => {
    const schools = changedBy(change);
    expect(at(schools, "harbour", joan)).toMatchObject(there);
    expect(at(schools, "meadow", joan)).toEqual(at(sound(read(trust)), "meadow", joan));
  });

  it("stays at a school that knows of no last day", () => {
    const leaving = trust.replace("roles: [dsl], at", "until: '2026-12-18', roles: [dsl], at");
    const file = sound(read(leaving)).file;
    const stays = sound(schoolsOf(applied(file, "harbour", { kind: "leaves", who: joan, until: null }), packs));
    expect([at(stays, "meadow", joan)?.until, at(stays, "harbour", joan)?.until]).toEqual(["2026-12-18", undefined]);
  });

  it("comes to a second school as somebody new there, and keeps all they are at the first", () => {
    const schools = changedBy({ kind: "person", who: nia, name: "Nia E.", roles: ["seniorStaff"] });
    expect(at(schools, "meadow", nia)).toMatchObject({ roles: ["slt"], name: "Nia Evans" });
    expect(at(schools, "harbour", nia)).toMatchObject({ roles: ["seniorStaff"], schools: ["meadow", "harbour"] });
    expect(at(sound(schoolsOf(onlyOf(schools.file, "harbour"), packs)), "harbour", nia)?.roles).toEqual([
      "seniorStaff",
    ]);
  });

  it("keeps at other schools the roles that a school's new policy doesn't know", () => {
    const schools = changedBy({ kind: "policy", pack: "aspire" });
    expect(at(schools, "harbour", joan)?.roles).toEqual(["dsl"]);
    expect(at(schools, "meadow", joan)?.roles).toEqual(["dsl"]);
  });

  it("may set schools up and hold no role", () => {
    expect(at(asRead, "meadow", ivo)?.roles).toEqual([]);
    expect(asRead.rosters.flatMap((roster) => administratorsOf(roster, now))).toEqual([ivo, ivo]);
  });

  it.each([
    ["a school that isn't theirs", "at: { harbour:", "at: { orchard:", "people[1].at.orchard is none of their schools"],
    [
      "a role that this policy hasn't",
      "[dsl, policyLead]",
      "[slt]",
      "people[1].at.harbour.roles[1] names the role slt",
    ],
    ["anything that differs at no school", "{ roles: [dsl, policyLead] }", "{ name: J }", "name is not known here"],
  ])("is refused with %s", (_, from, to, sentence) => {
    expect(errors(trust.replace(from, to)).join()).toContain(sentence);
  });
});
