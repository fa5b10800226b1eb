import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { compiledFolder } from "./compiled";

/** The Teams page: a program of its own that knows the bot by its address only. Its open stdin tells it that we live. */
export function startPage(port: number, botPort: number): ChildProcess {
  const BOT_URL = `http://localhost:${botPort}/api/messages`;
  const env = { ...process.env, TEAMS_PORT: String(port), BOT_URL, NODE_COMPILE_CACHE: compiledFolder };
  const page = spawn(process.execPath, [join(__dirname, "page", "main.js")], {
    env,
    stdio: ["pipe", "inherit", "inherit"],
  });
  page.on("exit", (code) => {
    if (code !== null && code !== 0) console.error(`The Teams page has stopped (${code}); the bot goes on without it.`);
  });
  return page;
}

export async function stopPage(page: ChildProcess | undefined): Promise<void> {
  if (!page || page.exitCode !== null || page.signalCode !== null) return;
  const gone = once(page, "exit");
  page.kill("SIGTERM");
  const impatient = setTimeout(() => page.kill("SIGKILL"), 3_000);
  await gone;
  clearTimeout(impatient);
}
