import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A process for many programs, and the port at which it is asked for one. */
export type SharedHost = { child: ChildProcess; port: number };

/** It costs next to nothing until somebody asks it for a program. */
export async function spawnShared(): Promise<SharedHost> {
  const child = spawn(process.execPath, [join(__dirname, "shared.mts")], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, port: Number(port) };
}
