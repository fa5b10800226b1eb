import type { SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import { telLink } from "../links";
import { neutral, plain } from "../neutral";
import { type Choice, fact, person } from "../pieces";
import { anyOf, date, oneOf, type Presses, personPicker, type Section, section, severalOf, text, time } from "./form";
import { dayOf, daysOf } from "./sayings";

/** In words; to be chosen are all. */
const most = 40;
const roleChoices = ({ roles }: SetUpSight): Choice[] =>
  roles.map(({ role, title }) => ({ title: plain(title, 80), value: role }));
const roleTicks = ({ roles }: SetUpSight): Choice[] =>
  roles.map(({ role, title }) => ({ title: neutral(title, 80), value: role }));

/** Who there is; somebody new; and what changes about somebody who is there. */
export function peoplePage(sight: SetUpSight, press: Presses): Section[] {
  const w = setUp.people;
  return [
    section("", {
      texts: [
        ...(sight.people.length > most ? [w.more(sight.people.length - most)] : []),
        ...(sight.people.some(({ several }) => several) ? [w.severalHow] : []),
      ],
      facts: sight.people.slice(0, most).flatMap((one) => fact(neutral(one.name), aboutOf(one, sight))),
    }),
    section(w.add, {
      texts: [w.addHow],
      inputs: [
        personPicker("pick", w.pick),
        text("personId", w.personId, 64),
        text("name", w.name, 120),
        text("phone", w.phone, 30, { style: "Tel", placeholder: w.phoneHint }),
        severalOf("roles", w.roles, [...roleTicks(sight), { title: w.noRoleAtAll, value: "none" }]),
      ],
      presses: [press(w.addPress, { do: "addPerson" })],
    }),
    section(w.change, {
      inputs: [
        oneOf("who", w.who, sight.people.map(person)),
        text("newPhone", w.newPhone, 30, { style: "Tel", placeholder: w.phoneHint }),
        date("until", w.last),
        ...checkInputs(sight),
      ],
      presses: [
        press(w.setPhone, { do: "phone" }),
        press(w.setLast, { do: "leaves" }),
        ...(sight.checks.length > 0 ? [press(w.setCheck, { do: "check" })] : []),
      ],
    }),
  ];
}

function aboutOf({ phone, until, titles, several }: SetUpSight["people"][number], sight: SetUpSight): string {
  const w = setUp.people;
  const roles = neutral(titles.join(", ")) || w.noRole;
  const last = until === undefined ? [] : [w.until(dayOf(until, sight))];
  return [roles, telLink(phone) ?? w.noPhone, ...last, ...(several ? [w.several] : [])].join(" · ");
}

function checkInputs({ checks }: SetUpSight): object[] {
  const w = setUp.people;
  if (checks.length === 0) return [];
  const choices = checks.map(({ id, title }) => ({ title: neutral(title, 120), value: id }));
  return [anyOf("check", w.check, choices), date("on", w.on), date("holdsUntil", w.holdsUntil)];
}

/** Who holds which role, and who acts in one. */
export function rolesPage(sight: SetUpSight, press: Presses): Section[] {
  const w = setUp.roles;
  return [
    section("", {
      facts: sight.roles.flatMap(({ title, people }) =>
        fact(neutral(title), neutral(people.join(", ")) || setUp.nobody),
      ),
      inputs: [oneOf("who", w.person, sight.people.map(person)), oneOf("role", w.role, roleChoices(sight))],
      presses: [press(w.give, { do: "giveRole" }), press(w.take, { do: "takeRole" })],
    }),
    section(setUp.facts.acting, {
      texts: [w.actHow, ...sight.acting.map((one) => actingText(one, sight))],
      inputs: [date("from", w.from), date("to", w.to)],
      presses: [press(w.act, { do: "acting" })],
    }),
  ];
}

export const actingText = ({ name, title, from, to }: SetUpSight["acting"][number], sight: SetUpSight): string =>
  neutral(setUp.actingSays(name, title, dayOf(from, sight), dayOf(to, sight)));

/** Who is on duty when: first another for somebody who is on it, since that is what a morning asks for. */
export function rotaPage(sight: SetUpSight, press: Presses): Section[] {
  const w = setUp.rota;
  return [
    section("", { texts: [w.how, ...(sight.rota.length > 0 ? [] : [w.none])] }),
    ...(sight.rota.length > 0 ? [swapSection(sight, press)] : []),
    section(w.addTitle, {
      inputs: [
        oneOf("role", w.role, roleChoices(sight)),
        oneOf("who", w.who, sight.people.map(person)),
        severalOf("days", w.days, daysOf()),
        time("from", w.from),
        time("to", w.to),
      ],
      presses: [press(w.add, { do: "addDuty" })],
    }),
  ];
}

function swapSection(sight: SetUpSight, press: Presses): Section {
  const w = setUp.rota;
  const duties = sight.rota.map((duty) => ({ title: neutral(dutyText(duty), 200), value: duty.key }));
  return section(setUp.facts.rota, {
    inputs: [anyOf("duty", w.duty, duties), oneOf("instead", w.instead, sight.people.map(person))],
    presses: [press(w.swap, { do: "swapDuty" }), press(w.remove, { do: "removeDuty" })],
  });
}

function dutyText({ title, who, days, from, to }: SetUpSight["rota"][number]): string {
  const times = from || to ? `${from ?? "00:00"}–${to ?? "24:00"}` : setUp.rota.allDay;
  return setUp.rota.says(title, who.join(", "), days.map((day) => setUp.days.names[day]).join(", "), times);
}
