import { useState } from "preact/hooks";
import type { FaultAnswer } from "../shown.js";
import { changeChannel, setFault } from "./calls.js";
import type { State } from "./state.js";

const ANSWERS: { value: FaultAnswer; label: string }[] = [
  { value: "403", label: "403: blocked or uninstalled" },
  { value: "404", label: "404: conversation not found" },
  { value: "412", label: "412: precondition failed" },
  { value: "429", label: "429: too many requests" },
  { value: "502", label: "502: not delivered" },
  { value: "502-arrived", label: "502, though it arrived" },
  { value: "hang", label: "no answer at all" },
];

/** For developers: the ways in which Teams goes wrong. */
export function ChannelMenu({ state }: { state: State }) {
  const { faults } = state;
  const targets = targetsOf(state);
  const [target, setTarget] = useState("everybody");
  return (
    <details class="menu" data-testid="channel-menu">
      <summary>Channel</summary>
      <div class="menu-body">
        <label>
          <input
            type="checkbox"
            data-testid="fault:away"
            checked={faults.away}
            onChange={(e) => changeChannel({ away: e.currentTarget.checked })}
          />
          Teams is away
        </label>
        <label>
          <input
            type="checkbox"
            data-testid="fault:old-client"
            checked={faults.oldClient}
            onChange={(e) => changeChannel({ oldClient: e.currentTarget.checked })}
          />
          Old phone: buttons fall back to Action.Submit
        </label>
        <label>
          <input
            type="checkbox"
            data-testid="fault:twice"
            checked={faults.twice}
            onChange={(e) => changeChannel({ twice: e.currentTarget.checked })}
          />
          Every press arrives twice
        </label>
        <label>
          When the bot writes to
          <select data-testid="fault:target" value={target} onChange={(e) => setTarget(e.currentTarget.value)}>
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Teams answers
          <select
            data-testid="fault:answer"
            value={faults.answers[target] ?? ""}
            onChange={(e) => setFault(target, (e.currentTarget.value || null) as FaultAnswer | null)}
          >
            <option value="">as usual</option>
            {ANSWERS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <ul class="menu-faults">
          {Object.entries(faults.answers).map(([id, answer]) => (
            <li key={id}>
              {targets.find((t) => t.id === id)?.name}: {answer}{" "}
              <button type="button" class="link" onClick={() => setFault(id, null)}>
                mend
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

const targetsOf = ({ people, channels }: State) => [
  { id: "everybody", name: "everybody" },
  ...people.map((p) => ({ id: p.conversation, name: p.name })),
  ...channels.map((c) => ({ id: c.id, name: `# ${c.name}` })),
];
