import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
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
import { Turns } from "./turns";

export interface Page {
  url: string;
  close(): Promise<void>;
}

const CLOCK_LOOK_MS = 15_000;

export async function openPage(settings: Settings): Promise<Page> {
  const directory = openDirectory(readSchoolFile(settings.schoolsFile));
  const history = new History(settings.dataDir);
  const feed = new Feed();
  const channel = new Channel(directory, history, feed);
  const faults = new Faults(feed);
  const bot = new BotLine(settings.botUrl, feed);
  const clock = new BotClock(settings.botUrl, feed);
  const now = () => clock.look();
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch });
  const url = await listen(server, settings.port);
  const sender = { directory, serviceUrl: `${url}/` };
  const turns = new Turns(channel, sender, bot, faults, now);
  const snapshot = () => ({
    bot: settings.botUrl,
    schools: directory.schools,
    people: directory.people,
    channels: directory.channels,
    messages: history.recent().map(showMessage),
    views: channel.shownViews,
    read: history.readMarks(),
    clock: clock.shown,
    faults: faults.now,
    botAnswers: bot.answers,
  });
  app.use("*", guard);
  app.route("/v3", connector(channel, faults, now));
  app.route("/page", pageRoutes({ channel, turns, clock, faults, feed, snapshot }));
  app.route("/", assets());

  const stop = new AbortController();
  void meetEverybody(sender, history, bot, now, stop.signal);
  const looking = setInterval(() => feed.watched && void clock.look(), CLOCK_LOOK_MS);
  const close = async () => {
    clearInterval(looking);
    stop.abort();
    await shut(server);
    history.close();
  };
  return { url, close };
}

function listen(server: ServerType, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`));
  });
}

function shut(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
