import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Page } from "../../local/page/server.js";
import type { LocalSettings } from "../../local/settings.js";

/**
 * Many programs in one process, since a start is nearly all loading. Each is what `npm start` runs, with its own data folder, clock,
 * port and log. Whoever connects sends the settings as a line of JSON; what the program says comes back, and it lives for as
 * long as the connection does. Nothing is loaded before somebody connects.
 */
const compiled = createRequire(new URL("../../dist/local/", import.meta.url));
type Compiled<T extends object> = () => T;

const load = {
  compiled: (() => compiled("./compiled.js")) as Compiled<typeof import("../../local/compiled.js")>,
  program: (() => compiled("./program.js")) as Compiled<typeof import("../../local/program.js")>,
  greeting: (() => compiled("./greeting.js")) as Compiled<typeof import("../../local/greeting.js")>,
  local: (() => compiled("./settings.js")) as Compiled<typeof import("../../local/settings.js")>,
  page: (() => compiled("./page/server.js")) as Compiled<typeof import("../../local/page/server.js")>,
  settings: (() => compiled("../functions/settings.js")) as Compiled<typeof import("../../functions/settings.js")>,
};

const says = (error: unknown): string => {
  const { reasons, stack } = error as { reasons?: string[]; stack?: string };
  return `${reasons?.join("\n") ?? stack}\n`;
};

async function run(socket: Socket): Promise<void> {
  const asked = createInterface(socket);
  const [line] = (await once(asked, "line")) as [string];
  const settings = load.settings().readSettings(load.local().localEnvironment, JSON.parse(line));
  const program = await load.program().startProgram(settings, { write: (text) => void socket.write(text) });
  socket.write(`${load.greeting().greetingOf(program, { page: false })}\n`);
  const page = settings.TEAMS_PORT === "off" ? undefined : await openPage(settings, program.port);
  if (page) socket.write(`Teams page: ${page.url}\n`);
  await once(asked, "close");
  await page?.close();
  await program.stop();
}

/** As it stands in a process of its own beside the bot, of which it knows the address. */
const openPage = ({ TEAMS_PORT, DATA_DIR, SCHOOLS_FILE }: LocalSettings, bot: number): Promise<Page> =>
  load.page().openPage({
    port: Number(TEAMS_PORT),
    botUrl: `http://localhost:${bot}/api/messages`,
    dataDir: DATA_DIR,
    schoolsFile: SCHOOLS_FILE,
  });

const server = createServer({ allowHalfOpen: true }, (socket) => {
  socket.on("error", () => socket.destroy());
  load.compiled().useCompiled();
  run(socket)
    .catch((error) => socket.write(says(error)))
    .finally(() => socket.end());
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as { port: number }).port));

// Tests that end in any way take it with them.
process.stdin.on("end", () => process.exit()).resume();
