import { ChannelMenu } from "./channel-menu.js";
import { Clock } from "./clock.js";
import type { State } from "./state.js";
import { ThemeButton } from "./theme.js";

interface TopBarProps {
  state: State;
  school: string;
  setSchool: (school: string) => void;
  timezone: string;
}

export function TopBar({ state, school, setSchool, timezone }: TopBarProps) {
  const name = state.schools.find((s) => s.id === school)?.name;
  return (
    <header class="top-bar">
      <h1>
        {state.schools.length > 1 ? (
          <select
            aria-label="School"
            data-testid="school"
            value={school}
            onChange={(e) => setSchool(e.currentTarget.value)}
          >
            {state.schools.map((s) => (
              <option key={s.id} value={s.id}>
                {s.name}
              </option>
            ))}
          </select>
        ) : (
          name
        )}
      </h1>
      <Clock clock={state.clock} timezone={timezone} />
      <div class="top-right">
        <ChannelMenu state={state} />
        <ThemeButton />
      </div>
    </header>
  );
}
