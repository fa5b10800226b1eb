import { words } from "../../words/en-gb";
import type { Press } from "../press";
import type { AlarmLook } from "./look";

const w = words.alarm;

/** Each outcome is a press of its own: fewer steps while somebody is on the phone. */
export const callPresses = ({ raw, press }: AlarmLook): Press[] =>
  (["ok", "noAnswer", "concern", "waitingOutside", "codeWord"] as const)
    .filter((outcome) => outcome !== "codeWord" || raw.forms.codeWord)
    .flatMap((outcome) =>
      press("recordCall", w.outcomes[outcome], {
        set: { outcome },
        style: outcome === "ok" ? "positive" : outcome === "codeWord" ? "destructive" : "default",
      }),
    );

export const decidePresses = (look: AlarmLook): Press[] => {
  const { rawAlarm } = look;
  return rawAlarm.ask !== "decide"
    ? []
    : rawAlarm.concern
      ? (["police", "keepTrying", "goThere"] as const).flatMap((decision) =>
          decided(look, decision, w.byConcern[decision]),
        )
      : (["goThere", "police", "keepTrying"] as const).flatMap((decision) =>
          decided(look, decision, w.decisions[decision]),
        );
};

const decided = ({ press }: AlarmLook, decision: string, title: string): Press[] =>
  press("recordDecision", title, { set: { decision }, style: decision === "police" ? "destructive" : "default" });

/** Anyone who has dialled stamps it, whoever was asked to decide (S10). */
export const stampPresses = ({ rawAlarm, press }: AlarmLook): Press[] =>
  rawAlarm.police ? [] : press("recordDecision", w.stamp, { set: { decision: "policeCalled" }, style: "positive" });

export const downPresses = ({ press }: AlarmLook): Press[] => press("standDown", w.standDown, { style: "destructive" });
