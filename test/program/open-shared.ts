import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const opened: ChildProcess[] = [];

/** One for each of jest's workers. They cost next to nothing until a test asks for a program. */
export async function openShared(workers: number): Promise<void> {
  const ports = await Promise.all(Array.from({ length: workers }, open));
  process.env.HOMEWARD_SHARED = ports.join(",");
}

async function open(): Promise<number> {
  const child = spawn(process.execPath, [join(__dirname, "shared.mts")], { stdio: ["pipe", "pipe", "inherit"] });
  opened.push(child);
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return Number(port);
}

export async function closeShared(): Promise<void> {
  const gone = opened.map((child) => once(child, "close"));
  for (const child of opened) child.stdin?.end();
  await Promise.all(gone);
}
