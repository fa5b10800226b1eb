import { z } from "zod";
import type { Feed } from "./feed";
import type { ShownClock } from "./shown";

export const clockMove = z.union([
  z.strictObject({ advance: z.string().startsWith("P").max(20) }),
  z.strictObject({ to: z.literal("nextDeadline") }),
]);
const reading = z.looseObject({ now: z.iso.datetime({ offset: true }) });

const LOOK_MS = 500;
// Moving the clock runs everything that falls due on the way, which on a long night takes a while.
const MOVE_MS = 300_000;
const NOTICEABLE_MS = 1_000;

/** The bot's clock. Messages carry its time, as a channel that lived in the bot's time would send them. */
export class BotClock {
  private readonly url: string;
  private offset = 0;
  private movable = false;

  constructor(
    botUrl: string,
    private readonly feed: Feed,
    private readonly machine: () => number = Date.now,
  ) {
    this.url = new URL("/local/clock", botUrl).href;
  }

  get shown(): ShownClock {
    return { now: new Date(this.machine() + this.offset).toISOString(), offset: this.offset, movable: this.movable };
  }

  /** The time on the bot's clock; this machine's where the bot has none. */
  async look(): Promise<number> {
    const answer = await this.ask("GET", LOOK_MS);
    if (answer && answer.status === 200) this.take(answer.body);
    else if (answer) this.movable = false;
    return this.machine() + this.offset;
  }

  async move(move: z.infer<typeof clockMove>): Promise<{ status: number; body: unknown }> {
    const answer = await this.ask("POST", MOVE_MS, move);
    if (!answer) return { status: 502, body: { error: "The bot's clock doesn't answer." } };
    if (answer.status === 200) this.take(answer.body);
    return answer;
  }

  private take(body: unknown): void {
    const read = reading.safeParse(body);
    if (!read.success) return;
    const offset = Date.parse(read.data.now) - this.machine();
    const news = !this.movable || Math.abs(offset - this.offset) > NOTICEABLE_MS;
    this.offset = offset;
    this.movable = true;
    if (news) this.feed.tell("clock", this.shown);
  }

  private async ask(method: "GET" | "POST", patience: number, body?: object) {
    try {
      const headers = body ? { "content-type": "application/json" } : undefined;
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(this.url, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal,
        redirect: "error",
      });
      return { status: response.status, body: await response.json().catch(() => ({})) };
    } catch {
      return undefined;
    }
  }
}
