import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** A process for many programs, and the port at which it is asked for one. */
export type SharedHost = { child: ChildProcess; port: number };

/** With room from the start for what is new and soon gone: V8 would look through it far more often. */
const roomy = ["--min-semi-space-size=16", "--max-semi-space-size=32"];

/** It costs next to nothing until somebody asks it for a program. */
export async function spawnShared(): Promise<SharedHost> {
  const args = [...roomy, join(__dirname, "shared.mts")];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, port: Number(port) };
}
