import { useEffect, useState } from "preact/hooks";
import type { ShownClock } from "../shown.js";
import { type Moved, moveClock } from "./calls.js";
import { day, minutesToMorning, secondsTime } from "./times.js";

/** Nothing happens at school in the evening; whoever tries it out then needs not press “+1 h” all night. */
const toMorning = (now: number, timezone: string) => ({ advance: `PT${minutesToMorning(now, timezone)}M` });

const MOVES = [
  { id: "+10min", label: "+10 min", move: { advance: "PT10M" } },
  { id: "+1h", label: "+1 h", move: { advance: "PT1H" } },
  { id: "next", label: "To the next deadline", move: { to: "nextDeadline" } },
  { id: "morning", label: "To the next morning", move: toMorning },
] as const;

type Move = { advance: string } | { to: "nextDeadline" };

export function Clock({ clock, timezone }: { clock: ShownClock; timezone: string }) {
  const now = useTick() + clock.offset;
  const { moving, said, go } = useMove();
  return (
    <section
      class="clock"
      aria-label="The school's clock"
      data-testid="clock"
      aria-busy={moving}
      data-now={new Date(now).toISOString()}
    >
      <span class="clock-face">
        <span class="clock-day">{day(now, timezone)}</span>{" "}
        <time data-testid="clock:time">{secondsTime(now, timezone)}</time>
      </span>
      {clock.movable && (
        <div class="clock-moves">
          {MOVES.map(({ id, label, move }) => (
            <button
              key={id}
              type="button"
              data-testid={`clock:${id}`}
              disabled={moving}
              onClick={() => go(typeof move === "function" ? move(now, timezone) : move)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <span class={said?.failed ? "clock-said failed" : "clock-said"} role="status" data-testid="clock:said">
        {moving ? "Moving the clock…" : said?.say}
      </span>
    </section>
  );
}

function useMove() {
  const [moving, setMoving] = useState(false);
  const [said, setSaid] = useState<Moved>();
  const go = async (move: Move) => {
    setMoving(true);
    setSaid(await moveClock(move));
    setMoving(false);
  };
  return { moving, said, go };
}

function useTick(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return now;
}
