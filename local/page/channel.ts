import type { Activity } from "./activity";
import { baseOf, type Directory, threadOf } from "./directory";
import type { Feed } from "./feed";
import type { History, Kept } from "./history";
import { showMessage } from "./show";
import type { ShownPerson, ShownView } from "./shown";

/** The chats and channels themselves: what has been said in them, and who is told when that changes. */
export class Channel {
  // In memory only: as in Teams, the answer to a press may fall back to the stored message later.
  private readonly views = new Map<string, ShownView>();

  constructor(
    readonly directory: Directory,
    readonly history: History,
    private readonly feed: Feed,
  ) {}

  /** Says something in a chat, or in a channel as a new post or as an answer to one. */
  say(conversation: string, author: string, at: number, activity: Activity): Kept {
    const said = { conversation: baseOf(conversation), author, at: new Date(at).toISOString(), activity };
    const thread = threadOf(conversation);
    return this.tell(this.history.add({ ...said, ...(thread ? { thread } : {}) }));
  }

  find(conversation: string, id: string): Kept | undefined {
    const kept = this.history.find(baseOf(conversation), id);
    return kept?.deleted ? undefined : kept;
  }

  change(kept: Kept, activity: Activity): Kept {
    this.forgetViews(kept);
    return this.tell(this.history.change(kept.conversation, kept.id, activity));
  }

  remove(kept: Kept): Kept {
    this.forgetViews(kept);
    return this.tell(this.history.remove(kept.conversation, kept.id));
  }

  undelivered(kept: Kept): void {
    this.tell(this.history.markUndelivered(kept.conversation, kept.id));
  }

  typing(conversation: string): void {
    this.feed.tell("typing", { conversation: baseOf(conversation) });
  }

  showTo(person: ShownPerson, kept: Kept, card: object): void {
    const view = { conversation: kept.conversation, id: kept.id, person: person.id, card };
    this.views.set(`${kept.id} ${person.id}`, view);
    this.feed.tell("view", view);
  }

  read(conversation: string, upTo: number): void {
    this.history.markRead(conversation, upTo);
    this.feed.tell("read", { conversation, upTo });
  }

  get shownViews(): ShownView[] {
    return [...this.views.values()];
  }

  private forgetViews(kept: Kept): void {
    for (const key of this.views.keys()) if (key.startsWith(`${kept.id} `)) this.views.delete(key);
  }

  private tell(kept: Kept): Kept {
    this.feed.tell("message", showMessage(kept));
    return kept;
  }
}
