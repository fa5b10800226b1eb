import type { Sight } from "../../visits/sight";
import { telLink } from "../links";
import { neutral } from "../neutral";
import { banner } from "../pieces";
import { words } from "../words/en-gb";

const w = words.help;

export type HelpContext = {
  name?: string | undefined;
  roles?: readonly string[] | undefined;
  school?: Pick<Sight["school"], "name" | "phone"> | undefined;
  welcome?: boolean | undefined;
};

/** What one can write here; the welcome says what Homeward is as well. */
export function helpView({ name, roles, school, welcome }: HelpContext): object {
  return {
    head: {
      title: welcome ? w.welcome(name && neutral(name, 80)) : w.title,
      under: school ? neutral(school.name) : w.under,
    },
    banners: welcome ? [banner("accent", w.what)] : [],
    commands: w.commands.filter(({ visitorsOnly }) => !visitorsOnly || !roles || roles.includes("visitor")),
    foot: w.foot(telLink(school?.phone)),
  };
}
