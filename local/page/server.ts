import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import type { Sender } from "./activity";
import { assets } from "./assets";
import { BotClock } from "./bot-clock";
import { BotLine } from "./bot-line";
import { Channel } from "./channel";
import { connector } from "./connector";
import { openDirectory } from "./directory";
import { Faults } from "./faults";
import { Feed } from "./feed";
import { guard } from "./guard";
import { History } from "./history";
import { meetEverybody } from "./meeting";
import { pageRoutes } from "./page-routes";
import { readSchoolFile } from "./school-file";
import type { Settings } from "./settings";
import { showMessage } from "./show";
import type { Snapshot } from "./shown";
import { Turns } from "./turns";

export interface Page {
  url: string;
  close(): Promise<void>;
}

const CLOCK_LOOK_MS = 15_000;
/** As long as the bot itself: see `host/http.ts`. */
const KEPT_MS = 120_000;

/** The page's parts put together, and the port opened. */
export async function openPage(settings: Settings): Promise<Page> {
  const directory = openDirectory(readSchoolFile(settings.schoolsFile));
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { keepAliveTimeout: KEPT_MS } });
  const url = await listen(server, settings.port);
  const parts = assemble(settings, { directory, serviceUrl: `${url}/` });
  app.use("*", guard);
  app.route("/v3", connector(parts.channel, parts.faults, parts.now));
  app.route("/page", pageRoutes(parts));
  app.route("/", assets());
  const stop = keepCompany(parts);
  const close = async () => {
    stop();
    await shut(server);
    parts.history.close();
  };
  return { url, close };
}

type Parts = ReturnType<typeof assemble>;

function assemble({ botUrl, dataDir }: Settings, sender: Sender) {
  const { directory } = sender;
  const history = new History(dataDir);
  const feed = new Feed();
  const channel = new Channel(directory, history, feed);
  const faults = new Faults(feed);
  const bot = new BotLine(botUrl, feed);
  const clock = new BotClock(botUrl, feed);
  const now = () => clock.look();
  const turns = new Turns(channel, sender, bot, faults, now);
  const snapshot = (): Snapshot => ({
    ...{ bot: botUrl, schools: directory.schools, people: directory.people, channels: directory.channels },
    ...{ messages: history.recent().map(showMessage), views: channel.shownViews, read: history.readMarks() },
    ...{ clock: clock.shown, faults: faults.now, botAnswers: bot.answers },
  });
  return { sender, history, feed, channel, faults, bot, clock, now, turns, snapshot };
}

/** What goes on by itself: meeting the bot, and watching its clock while somebody looks. */
function keepCompany({ sender, history, bot, now, feed, clock }: Parts): () => void {
  const stop = new AbortController();
  void meetEverybody(sender, history, bot, now, stop.signal);
  const looking = setInterval(() => feed.watched && void clock.look(), CLOCK_LOOK_MS);
  return () => {
    clearInterval(looking);
    stop.abort();
  };
}

function listen(server: ServerType, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`TEAMS_PORT: ${port} can't be listened on (${code}). Choose another one, or off.`)),
    );
    server.listen(port, "127.0.0.1", () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`));
  });
}

function shut(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
