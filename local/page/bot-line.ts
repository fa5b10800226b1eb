import type { Activity } from "./activity";
import type { Feed } from "./feed";

export type BotAnswer = { reached: true; status: number; body: unknown } | { reached: false };

// Teams gives a bot about fifteen seconds before it tells the person that the app can't be reached.
const PATIENCE_MS = 15_000;

/** The one way from this page to the bot's messaging endpoint. */
export class BotLine {
  private answering = true;

  constructor(
    private readonly url: string,
    private readonly feed: Feed,
    private readonly patience = PATIENCE_MS,
  ) {}

  get answers(): boolean {
    return this.answering;
  }

  async send(activity: Activity): Promise<BotAnswer> {
    const answer = await this.post(activity);
    if (answer.reached !== this.answering) this.feed.tell("botAnswers", answer.reached);
    this.answering = answer.reached;
    return answer;
  }

  private async post(activity: Activity): Promise<BotAnswer> {
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(activity),
        redirect: "error",
        signal: AbortSignal.timeout(this.patience),
      });
      return { reached: true, status: response.status, body: jsonOrText(await response.text()) };
    } catch {
      return { reached: false };
    }
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
