import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { patience } from "../patience";
import { type Card, verbsOn, wordsOn } from "./card";

/** As much of a Bot Framework activity as a channel looks at. */
export type Activity = {
  text?: string;
  attachments?: { content: Card }[];
  channelData?: { notification?: { alert?: boolean } };
};

export type Post = {
  id: string;
  text: string;
  card?: Card | undefined;
  /** The post in a channel that it stands under. */
  thread?: string | undefined;
  /** It raised a notification. */
  alert: boolean;
  /** How often it was changed in place. */
  edits: number;
  raw: Activity;
};

/** One chat or channel, and what the bot has posted there. */
export class Place {
  constructor(
    readonly id: string,
    readonly posts: Post[] = [],
    /** Lets go out what is owed. */
    private readonly settles: () => Promise<unknown> = async () => undefined,
  ) {}

  get texts(): string[] {
    return this.posts.map(({ text }) => text).filter((words) => words !== "");
  }

  /** What can be pressed on the cards here. */
  get verbs(): string[] {
    return this.posts.flatMap(({ card }) => (card ? verbsOn(card) : []));
  }

  /** Waits for a post, or a change of one, in which these words stand. */
  sees(words: string | RegExp, within = patience): Promise<Post> {
    return this.waitFor(`"${words}"`, (post) => matches(readOn(post), words), within);
  }

  /** Waits for a card on which that can be pressed. */
  isOffered(verb: string, within = patience): Promise<Post & { card: Card }> {
    const offers = (post: Post): boolean => post.card !== undefined && verbsOn(post.card).includes(verb);
    return this.waitFor(`a button "${verb}"`, offers, within) as Promise<Post & { card: Card }>;
  }

  /** The same, with inputs of these names: another card with such a button may have come first. */
  isOfferedWith(verb: string, names: readonly string[]): Promise<Post & { card: Card }> {
    const offers = ({ card }: Post): boolean => card !== undefined && verbsOn(card).includes(verb);
    const asks = ({ card }: Post): boolean => names.every((name) => JSON.stringify(card).includes(`"${name}"`));
    const found = this.waitFor(`a button "${verb}"`, (post) => offers(post) && asks(post), patience);
    return found.catch(() => this.isOffered(verb)) as Promise<Post & { card: Card }>;
  }

  /** The newest that will do. */
  private async waitFor(what: string, will: (post: Post) => boolean, within: number): Promise<Post> {
    for (let looks = 0, end = Date.now() + within; Date.now() < end; await sleep(20)) {
      const found = this.posts.findLast(will);
      if (found) return found;
      // A clock that stands lets nothing go out by itself that Teams' limits have put off by a second.
      if (++looks % 5 === 0) await this.settles();
    }
    throw new Error(`There is no ${what} here, only:\n${this.posts.map(readOn).join("\n---\n")}`);
  }

  add(activity: Activity, thread?: string): Post {
    const post = { id: randomUUID(), thread, edits: 0, ...contentOf(activity) };
    this.posts.push(post);
    return post;
  }

  /** A conversation that the bot begins; in a channel each post is one. */
  begin(activity: Activity | undefined): { id: string; activityId?: string } {
    if (!activity) return { id: this.id };
    const post = this.add(activity);
    post.thread = post.id;
    return { id: `${this.id};messageid=${post.id}`, activityId: post.id };
  }

  replace(id: string | undefined, activity: Activity): boolean {
    const post = this.posts.find((found) => found.id === id);
    if (post) Object.assign(post, contentOf(activity), { edits: post.edits + 1 });
    return post !== undefined;
  }
}

const contentOf = (raw: Activity): Pick<Post, "text" | "card" | "alert" | "raw"> => ({
  text: raw.text ?? "",
  card: raw.attachments?.[0]?.content,
  alert: raw.channelData?.notification?.alert === true,
  raw,
});

const readOn = ({ text, card }: Post): string => [text, card ? wordsOn(card) : ""].join("\n");

const matches = (read: string, words: string | RegExp): boolean =>
  typeof words === "string" ? read.includes(words) : words.test(read);
