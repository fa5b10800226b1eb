import { z } from "zod";
import { refusals } from "../../words/en-gb";
import { contacted } from "../contact";
import { unaccounted } from "../deadlines";
import { cameBack } from "../homecoming";
import { isOut } from "../people";
import { rule } from "../rule";

/** Back at school, or safe at home for whoever went home directly. */
export const signIn = rule({
  input: z.object({}),
  binds: "nothing",
  outing: true,
  // Whoever was sent after somebody who has not signed out comes back from a visit that has not begun (S12).
  when: ["asked", "ready", "out", "back", "closed", "off"],
  may: (v, f) => v.outings[f.actor.id] !== undefined || unaccounted(v).includes(f.actor.id),
  whose: refusals.returning.onlyThoseWhoWent,
  // Also of whoever had gone along, signed nothing, and is asked about it.
  offered: (v, f) => isOut(v.outings[f.actor.id]) || unaccounted(v).includes(f.actor.id),
  already: (v, f) => v.outings[f.actor.id]?.back !== undefined,
  decide(v, _input, f, asked) {
    const how = v.outings[f.actor.id]?.where === "goingHome" ? "home" : "signedIn";
    return [...contacted(v, f, asked, { what: "signedIn" }), ...cameBack(v, [f.actor.id], how, f)];
  },
});
