import { useEffect, useState } from "preact/hooks";
import { ChannelColumn } from "./channel-column.js";
import { ChatColumn } from "./chat-column.js";
import { useColumns } from "./columns.js";
import { useFeed } from "./feed.js";
import { Rail } from "./rail.js";
import type { State } from "./state.js";
import { TopBar } from "./top-bar.js";

export function App() {
  const state = useFeed();
  return state ? <Page state={state} /> : <p class="starting">Opening Teams…</p>;
}

function Page({ state }: { state: State }) {
  const [school, setSchool] = useState(state.schools[0]?.id ?? "");
  const { columns, toggle } = useColumns(state, school);
  const timezone = state.schools.find((s) => s.id === school)?.timezone ?? "Europe/London";
  useEffect(() => {
    document.title = `${state.schools.find((s) => s.id === school)?.name ?? "Homeward"} in Teams`;
  }, [school]);
  return (
    <>
      <TopBar state={state} school={school} setSchool={setSchool} timezone={timezone} />
      <Trouble state={state} />
      <div class="desk">
        <Rail state={state} school={school} shown={columns.map((c) => c.id)} toggle={toggle} timezone={timezone} />
        <main class="columns" aria-label="Chats and channels side by side">
          {columns.map((column) =>
            column.kind === "chat" ? (
              <ChatColumn
                key={column.id}
                state={state}
                person={column.person}
                timezone={timezone}
                close={() => toggle(column.id)}
              />
            ) : (
              <ChannelColumn
                key={column.id}
                state={state}
                channel={column.channel}
                timezone={timezone}
                close={() => toggle(column.id)}
              />
            ),
          )}
          {columns.length === 0 && <p class="starting">Choose people and channels on the left.</p>}
        </main>
      </div>
    </>
  );
}

/** One line for what would otherwise look like a silent bot. */
function Trouble({ state }: { state: State }) {
  const said = troubleIn(state);
  return (
    <div role="status" data-testid="trouble">
      {said && <p class="trouble">{said}</p>}
    </div>
  );
}

function troubleIn({ connected, faults, botAnswers, bot }: State): string | undefined {
  if (!connected) return "The page's server doesn't answer; trying again…";
  if (faults.away) return "Teams is switched off: nothing reaches the bot, and the bot reaches nobody.";
  if (!botAnswers) return `The bot at ${bot} doesn't answer. New people are introduced to it as soon as it does.`;
  if (Object.keys(faults.answers).length > 0) return "Teams is set to fail for somebody (Channel menu).";
  return undefined;
}
