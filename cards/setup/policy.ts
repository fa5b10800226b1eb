import type { SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import { neutral } from "../neutral";
import type { Choice } from "../pieces";
import { anyOf, type Presses, type Section, section } from "./form";
import { capital } from "./sayings";

/** Which policy the school follows. */
export const policyPage = (sight: SetUpSight, press: Presses): Section[] => [
  section("", {
    texts: [setUp.policy.how],
    inputs: [anyOf("pack", setUp.policy.pack, sight.packs.map(packChoice), sight.policy.pack)],
    presses: [press(setUp.policy.set, { do: "policy" })],
  }),
];

const packChoice = ({ name, title, trust }: SetUpSight["packs"][number]): Choice => ({
  title: neutral(setUp.policy.title(title, trust), 160),
  value: name,
});

/** All that the policy leaves to the school. */
export const choicesPage = (sight: SetUpSight, press: Presses): Section[] => [
  section("", {
    texts: [setUp.choices.how],
    inputs: [anyOf("setting", setUp.choices.setting, sight.settings.map(settingChoice))],
    presses: [press(setUp.choices.show, { do: "show", page: "choice" })],
  }),
  ...(sight.says.length > 0 ? [saysSection(sight, press)] : []),
];

/** What it decides itself, to be read. */
const saysSection = ({ says }: SetUpSight, press: Presses): Section =>
  section(setUp.choices.saysTitle, {
    texts: [setUp.choices.says(says.length)],
    inputs: [
      anyOf(
        "said",
        setUp.choices.saysSetting,
        says.map(({ name, title }) => ({ title: neutral(capital(title), 120), value: name })),
      ),
    ],
    presses: [press(setUp.choices.show, { do: "show", page: "choice", read: "said" })],
  });

const settingChoice = ({ name, title, value, open }: SetUpSight["settings"][number]): Choice => ({
  title: neutral(open ? setUp.choices.open(title) : setUp.choices.now(title, value), 160),
  value: name,
});
