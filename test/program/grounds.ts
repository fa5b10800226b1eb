import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { type SharedHost, spawnShared } from "./shared-host";

type Environment = Readonly<Record<string, string>>;
export type Signal = "SIGKILL" | "SIGTERM";

/** Something that a program runs in. */
export interface Ground {
  /** Gives it everything that the program says; `ended` when it is gone, with its exit code. */
  start(env: Environment, hear: (text: string) => void, ended: (code: number | null) => void): void;
  /** Its exit code where it ended by itself. */
  end(signal: Signal): Promise<number | null>;
}

const root = join(__dirname, "../..");

/** The program as `npm start` runs it, which can be killed at any moment. */
export class OwnProcess implements Ground {
  private child: ChildProcess | undefined;

  start(env: Environment, hear: (text: string) => void, ended: (code: number | null) => void): void {
    this.child = spawn(process.execPath, ["dist/local/main.js"], { cwd: root, env: { ...process.env, ...env } });
    this.child.stdout?.on("data", (text) => hear(String(text)));
    this.child.stderr?.on("data", (text) => hear(String(text)));
    this.child.once("close", ended);
  }

  async end(signal: Signal): Promise<number | null> {
    const child = this.child as ChildProcess;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const closed = once(child, "close");
    child.kill(signal);
    await closed;
    return child.exitCode;
  }
}

/** The worker's own or one that it shares with another, for all its test files. */
function portOfWorker(): number {
  const ports = process.env.HOMEWARD_SHARED?.split(",") ?? [];
  return Number(ports[Number(process.env.JEST_WORKER_ID ?? 1) % ports.length]);
}

/** The same beside others in one process, where a start takes a moment. It ends in good order. */
export class SharedProcess implements Ground {
  private line: Socket | undefined;

  constructor(private readonly port: () => number = portOfWorker) {}

  start(env: Environment, hear: (text: string) => void, ended: (code: number | null) => void): void {
    this.line = connect(this.port(), "127.0.0.1").setEncoding("utf8");
    this.line.on("data", hear).once("close", () => ended(null));
    this.line.write(`${JSON.stringify(env)}\n`);
  }

  async end(): Promise<null> {
    const line = this.line as Socket;
    if (line.closed) return null;
    const closed = once(line, "close");
    line.end();
    await closed;
    return null;
  }
}

/** A process for many programs that can be killed: one kill catches every one of them in the middle of what it does. */
export class Town {
  private constructor(private readonly host: SharedHost) {}

  static async open(): Promise<Town> {
    return new Town(await spawnShared());
  }

  ground(): Ground {
    return new SharedProcess(() => this.host.port);
  }

  async kill(): Promise<void> {
    const { child } = this.host;
    if (child.signalCode !== null) return;
    const closed = once(child, "close");
    child.kill("SIGKILL");
    await closed;
  }
}
