import type { SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import { neutral } from "../neutral";
import { person } from "../pieces";
import { oneOf, type Presses, type Section, section, text } from "./form";

const w = setUp.school;

/** What the school is called, how it is rung, its clock, and who may set it up. */
export const schoolPage = (sight: SetUpSight, press: Presses): Section[] => [
  section(w.setName, {
    inputs: [text("schoolName", w.name, 120, { value: sight.school.name })],
    presses: [press(w.rename, { do: "rename" })],
  }),
  section(w.numbersTitle, {
    texts: [w.numbersHow],
    inputs: [
      numberInput("schoolPhone", w.phone, sight.school.phone),
      numberInput("schoolPhone2", w.phone2, sight.school.phone2),
    ],
    presses: [press(w.setNumbers, { do: "numbers" })],
  }),
  section(w.zone, {
    texts: [w.zoneHow],
    inputs: [text("zone", w.zone, 60, { value: sight.school.zone })],
    presses: [press(w.setZone, { do: "zone" })],
  }),
  section(w.administrators, {
    texts: [w.administratorsHow, neutral(sight.administrators.join(", "))],
    inputs: [oneOf("administrator", w.administrator, sight.people.map(person))],
    presses: [press(w.add, { do: "addAdministrator" }), press(w.remove, { do: "removeAdministrator" })],
  }),
];

const numberInput = (id: string, label: string, value: string | undefined): object =>
  text(id, label, 30, { style: "Tel", placeholder: w.phoneHint, ...(value ? { value } : {}) });
