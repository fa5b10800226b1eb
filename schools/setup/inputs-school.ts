import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { phone as phoneNumber, text, zone } from "../schema";
import { given, no } from "./read";
import type { Asked, Reader, SetUpInput } from "./reader";
import type { No } from "./set-up";

/** What the school is called, how it is rung, and who may set it up. */
export const schoolReaders: Readonly<Record<string, Reader>> = {
  rename(input) {
    const name = given(input, "schoolName");
    return text.safeParse(name).success ? { change: { kind: "name", name } } : no("schoolName", say.schoolName);
  },
  numbers(input) {
    const [phone, phone2] = [given(input, "schoolPhone"), given(input, "schoolPhone2")];
    if (!phoneNumber.safeParse(phone).success) return no("schoolPhone", say.schoolPhone);
    if (phone2 && !phoneNumber.safeParse(phone2).success) return no("schoolPhone2", say.schoolPhone);
    return { change: { kind: "numbers", phone, phone2: phone2 || null } };
  },
  zone(input) {
    const timezone = given(input, "zone");
    return zone.safeParse(timezone).success ? { change: { kind: "zone", timezone } } : no("zone", say.zone);
  },
  addAdministrator: (input) => administrator(input, true),
  removeAdministrator: (input) => administrator(input, false),
};

function administrator(input: SetUpInput, stands: boolean): Asked | No {
  const who = given(input, "administrator");
  return who ? { change: { kind: "administrator", who, stands } } : no("administrator", say.who);
}
