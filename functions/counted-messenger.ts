import type { Messenger } from "../engine/ports";

/** A messenger for an engine that is made before the bot that will send for it. Counts the messages that have gone out. */
export class CountedMessenger implements Messenger {
  delivered = 0;
  private bot: Messenger | undefined;

  sendThrough(bot: Messenger): void {
    this.bot = bot;
  }

  private get to(): Messenger {
    if (!this.bot) throw new Error("Nothing is sent before the bot is there.");
    return this.bot;
  }

  say: Messenger["say"] = async (...message) => this.count(await this.to.say(...message));
  show: Messenger["show"] = async (...message) => this.count(await this.to.show(...message));
  update: Messenger["update"] = (...message) => this.to.update(...message);

  private count<T extends object>(result: T): T {
    if (!("failed" in result)) this.delivered++;
    return result;
  }
}
