import { stringify } from "yaml";
import { inputOf } from "../../policies/setting-input";
import type { ParameterName } from "../../policies/statements";
import { parseSchools, type Schools, schoolsOf } from "../../schools/parse-schools";
import type { SchoolsFile } from "../../schools/schema";
import { applied } from "../../schools/setup/apply";
import type { Change } from "../../schools/setup/change";
import { readChange } from "../../schools/setup/inputs";
import type { SetUpInput } from "../../schools/setup/reader";
import { idOf } from "../people";
import { readPack } from "../policies/read-pack";

const packs = new Map(["aspire", "liberty"].map((name) => [name, readPack(name)]));
const [priya, tom, ann, helen] = [idOf(2), idOf(3), idOf(5), idOf(6)];
const room = "19:slt@thread.tacv2";

const bare = `tenant: 11111111-1111-1111-1111-111111111111
schools:
  - id: meadow
    name: Meadow Primary
    policy: liberty
    timezone: Europe/London
    phone: "+44 1332 900100"
    hours: { days: [mon], from: "09:00", to: "15:00" }
    channels: {}
    administrators: [${ann}, ${helen}]
people:
  - { id: ${ann}, name: Ann Whitfield, school: meadow, roles: [office] }
  - { id: ${helen}, name: Helen Marsh, school: meadow, roles: [principal] }
  - { id: ${tom}, name: Tom Okafor, school: meadow, roles: [visitor] }
`;

/** One press for each thing that set-up can change, in the order of the presses; a new one doesn't compile until it stands here. */
const pressed: Record<Change["kind"], SetUpInput> = {
  name: { do: "rename", schoolName: "Meadow Academy" },
  numbers: { do: "numbers", schoolPhone: "+44 1332 900111", schoolPhone2: "+44 1332 900112" },
  zone: { do: "zone", zone: "Europe/Jersey" },
  administrator: { do: "addAdministrator", administrator: tom },
  policy: { do: "policy", pack: "aspire" },
  person: { do: "addPerson", personId: priya, name: "Priya Shah", roles: "visitor" },
  phone: { do: "phone", who: priya, newPhone: "+44 7700 900001" },
  leaves: { do: "leaves", who: priya, until: "2027-08-31" },
  check: { do: "check", who: priya, check: "dbs", on: "2026-09-01", holdsUntil: "2029-08-31" },
  role: { do: "giveRole", who: tom, role: "slt" },
  acting: { do: "acting", who: tom, role: "principal", from: "2026-12-01", to: "2026-12-04" },
  duty: { do: "addDuty", role: "slt", who: tom, days: "mon,tue", from: "08:30", to: "12:00" },
  channel: { do: "channel", channel: "slt", conversation: room },
  codeWord: { do: "codeWord", word: "the red folder" },
  hours: { do: "hours", schoolDays: "mon,tue,wed,thu,fri", opens: "08:30", closes: "16:00" },
  term: { do: "addTerm", termFrom: "2026-10-26", termTo: "2026-12-18" },
  closed: { do: "close", closedFrom: "2026-12-03", closedTo: "2026-12-04" },
  earlyClosing: { do: "closeEarly", earlyDate: "2026-12-18", earlyTime: "14:00" },
  cover: { do: "cover", cover: "08:30-12:00, 12:30-16:00" },
  setting: { do: "setting", setting: "hold", value: "3" },
};

/** What somebody would have written instead. */
const full = `tenant: 11111111-1111-1111-1111-111111111111
schools:
  - id: meadow
    name: Meadow Academy
    policy: aspire
    timezone: Europe/Jersey
    phone: "+44 1332 900111"
    phone2: "+44 1332 900112"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00", cover: [{ from: "08:30", to: "12:00" }, { from: "12:30", to: "16:00" }] }
    terms: [{ from: "2026-10-26", to: "2026-12-18" }]
    closedDays: ["2026-12-03", "2026-12-04"]
    earlyClosing: { "2026-12-18": "14:00" }
    channels: { slt: "${room}" }
    acting: [{ who: ${tom}, role: principal, from: "2026-12-01", to: "2026-12-04", by: set-up }]
    administrators: [${ann}, ${helen}, ${tom}]
    rota: [{ role: slt, who: [${tom}], days: [mon, tue], from: "08:30", to: "12:00" }]
    settings: { hold: 3, codeWord: the red folder }
people:
  - { id: ${ann}, name: Ann Whitfield, school: meadow, roles: [office] }
  - { id: ${helen}, name: Helen Marsh, school: meadow, roles: [principal] }
  - { id: ${tom}, name: Tom Okafor, school: meadow, roles: [visitor, slt] }
  - { id: ${priya}, name: Priya Shah, phone: "+44 7700 900001", school: meadow, roles: [visitor], until: "2027-08-31", checks: { dbs: { on: "2026-09-01", until: "2029-08-31" } } }
`;

function read(text: string): Schools {
  const schools = parseSchools("schools.yaml", text, packs);
  if ("errors" in schools) throw new Error(schools.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
  return schools;
}

const standing = { rota: [], rooms: [room], baseline: null, inputOf: (name: string) => inputOf(name as ParameterName) };

/** The code word goes a way of its own (P1). */
const withWord = (file: SchoolsFile, codeWord: string): SchoolsFile => ({
  ...file,
  schools: file.schools.map((one) => ({ ...one, settings: { ...one.settings, codeWord } })),
});

function press(file: SchoolsFile, input: SetUpInput): SchoolsFile {
  const asked = readChange(input, standing);
  if ("refused" in asked) throw new Error(asked.say);
  return asked.word ? withWord(file, asked.word) : applied(file, "meadow", asked.change, packs);
}

/** All that the rest of Homeward reads of a school. */
const meant = ({ rosters, policies, secrets, missing, chosen, open }: Schools) => ({
  rosters,
  policies,
  secrets,
  missing,
  chosen,
  open,
});

describe("set-up in Teams and the schools file", () => {
  const file = Object.values(pressed).reduce(press, read(bare).file);

  it("mean the same: what is pressed on the cards equals what is written", () => {
    const found = schoolsOf(file, packs);
    if ("faults" in found) throw new Error(found.faults.join());
    expect(meant(found)).toEqual(meant(read(full)));
  });

  it("have one schema: what set-up has made reads as a schools file, without a fault", () => {
    expect(meant(read(stringify(file)))).toEqual(meant(read(full)));
  });
});
