import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { idOfPerson, phone as phoneNumber } from "../schema";
import { keyOf } from "./apply";
import { daysIn, given, isDate, isPeriod, isTime, list, no, whoIn } from "./read";
import type { Asked, Reader, SetUpInput } from "./reader";
import type { No } from "./set-up";

const isPhone = (text: string): boolean => phoneNumber.safeParse(text).success;

/** People, their roles, and who is on duty when. */
export const peopleReaders: Readonly<Record<string, Reader>> = {
  addPerson,
  phone(input) {
    const [who, phone] = [whoIn(input), given(input, "newPhone")];
    if (typeof who !== "string") return who;
    return isPhone(phone) ? { change: { kind: "phone", who, phone } } : no("newPhone", say.phone);
  },
  leaves(input) {
    const [who, until] = [whoIn(input), given(input, "until")];
    if (typeof who !== "string") return who;
    return !until || isDate(until) ? { change: { kind: "leaves", who, until: until || null } } : no("until", say.dates);
  },
  check(input) {
    const [who, check, on, until] = [whoIn(input), ...["check", "on", "holdsUntil"].map((name) => given(input, name))];
    if (typeof who === "object") return who;
    if (!who || !check) return no("check", say.check);
    if (!on || !isDate(on)) return no("on", say.dates);
    if (until && !isPeriod(on, until)) return no("holdsUntil", say.dates);
    return { change: { kind: "check", who, check, on, ...(until ? { until } : {}) } };
  },
  giveRole: (input) => role(input, true),
  takeRole: (input) => role(input, false),
  acting(input) {
    const [who, role, from, to] = [whoIn(input), given(input, "role"), given(input, "from"), given(input, "to")];
    if (typeof who !== "string") return who;
    if (!role) return no("role", say.role);
    return isPeriod(from, to) ? { change: { kind: "acting", who, role, from, to } } : no("from", say.dates);
  },
  addDuty,
  swapDuty(input, { rota }) {
    const instead = rota.find((one) => keyOf(one) === given(input, "duty"));
    if (!instead) return no("duty", say.duty);
    const who = given(input, "instead");
    if (!who) return no("instead", say.who);
    return { change: { kind: "duty", duty: { ...instead, who: [who] }, stands: true, instead } };
  },
  removeDuty(input, { rota }) {
    const duty = rota.find((one) => keyOf(one) === given(input, "duty"));
    return duty ? { change: { kind: "duty", duty, stands: false } } : no("duty", say.duty);
  },
};

/** Ticked for somebody who is there to set the school up alone, so that nobody is without a role by oversight. */
const noRole = "none";

/** Searched for in Teams, which gives their id, or the id itself. */
function addPerson(input: SetUpInput): Asked | No {
  const [picked, typed] = [given(input, "pick"), given(input, "personId")];
  const who = (picked || typed).toLowerCase();
  if (!idOfPerson.safeParse(who).success) return no(picked ? "pick" : "personId", say.newWho);
  const [name, phone, roles] = [given(input, "name"), given(input, "phone"), list(input, "roles")];
  if (!name || name.length > 120) return no("name", say.name);
  if (phone && !isPhone(phone)) return no("phone", say.phone);
  if (roles.length === 0) return no("roles", say.someRole);
  const held = roles.filter((one) => one !== noRole);
  return { change: { kind: "person", who, name, ...(phone ? { phone } : {}), roles: held } };
}

function role(input: SetUpInput, holds: boolean): Asked | No {
  const [who, name] = [whoIn(input), given(input, "role")];
  if (typeof who !== "string") return who;
  return name ? { change: { kind: "role", who, role: name, holds } } : no("role", say.role);
}

function addDuty(input: SetUpInput): Asked | No {
  const [who, name, days] = [whoIn(input), given(input, "role"), daysIn(input, "days")];
  const [from, to] = [given(input, "from"), given(input, "to")];
  if (!name) return no("role", say.role);
  if (typeof who !== "string") return who;
  if (days.length === 0) return no("days", say.days);
  const right = (text: string) => text === "" || isTime(text);
  if (!right(from) || !right(to) || (from || "00:00") >= (to || "24:00")) return no("from", say.times);
  const times = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return { change: { kind: "duty", duty: { role: name, who: [who], days, ...times }, stands: true } };
}
