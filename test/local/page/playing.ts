import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPage, type Page } from "../../../local/page/server";
import type { FaultAnswer, PressAnswer, ShownPerson, Snapshot } from "../../../local/page/shown";
import { patience } from "../../patience";
import { type SmallBot, startSmallBot } from "./small-bot";

export const SLT = "19:slt@thread.tacv2";

/** A page with a small bot behind it, and hands to play its people with. */
export interface Stage {
  page: Page;
  bot: SmallBot;
  person(name: string): Promise<ShownPerson>;
  snapshot(): Promise<Snapshot>;
  post(path: string, body: object): Promise<Response>;
  write(name: string, text: string, conversation?: string): Promise<Response>;
  press(name: string, id: string, verb: string, data?: object, conversation?: string): Promise<PressAnswer>;
  fault(name: string, answer: FaultAnswer | null): Promise<Response>;
  /** What the connector answers to a bare message, without the SDK's patience and retries. */
  sayBare(conversation: string): Promise<Response>;
  /** The same page with the same data folder, started anew. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), "page-"));
  const bot = await startSmallBot();
  const settings = { port: 0, botUrl: bot.url, dataDir, schoolsFile: join(__dirname, "schools.yaml") };
  const stage = { page: await openPage(settings) };
  const snapshot = () => firstOfFeed(stage.page.url);
  const person = async (name: string) => {
    const found = (await snapshot()).people.find((p) => p.name === name);
    if (!found) throw new Error(`Nobody here is called ${name}.`);
    return found;
  };
  const post = (path: string, body: object) =>
    fetch(`${stage.page.url}/page/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const hands = {
    async write(name: string, text: string, conversation?: string) {
      const p = await person(name);
      return post("write", { conversation: conversation ?? p.conversation, as: p.id, text });
    },
    async press(name: string, id: string, verb: string, data: object = {}, conversation?: string) {
      const p = await person(name);
      const body = { conversation: conversation ?? p.conversation, as: p.id, id, kind: "execute", verb, data };
      return (await (await post("press", body)).json()) as PressAnswer;
    },
    fault: async (name: string, answer: FaultAnswer | null) =>
      post("channel", { target: (await person(name)).id, answer }),
  };
  return Object.assign(stage, hands, {
    bot,
    person,
    snapshot,
    post,
    sayBare: (conversation: string) =>
      fetch(`${stage.page.url}/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ type: "message", text: "hello" }),
      }),
    async restart() {
      await stage.page.close();
      stage.page = await openPage(settings);
    },
    async close() {
      await stage.page.close();
      await bot.close();
      rmSync(dataDir, { recursive: true });
    },
  });
}

async function firstOfFeed(url: string): Promise<Snapshot> {
  const gone = new AbortController();
  const response = await fetch(`${url}/page/feed`, { signal: gone.signal });
  let text = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.includes("\n\n")) break;
  }
  gone.abort();
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? "null") as Snapshot;
}

/** Waits for something that happens a moment later. */
export async function eventually<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("It never happened.");
}

/** Everybody's own chat has been opened with the bot. */
export const introduced = (stage: Stage) =>
  eventually(() => stage.bot.heard.filter((a) => a.type === "conversationUpdate").length >= 6);
