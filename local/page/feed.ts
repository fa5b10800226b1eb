import type { FeedEvents } from "./shown";

type Listener = <K extends keyof FeedEvents>(name: K, event: FeedEvents[K]) => void;

/** Who is looking at the page right now. */
export class Feed {
  private readonly listeners = new Set<Listener>();

  get watched(): boolean {
    return this.listeners.size > 0;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell<K extends keyof FeedEvents>(name: K, event: FeedEvents[K]): void {
    for (const listener of this.listeners) listener(name, event);
  }
}
