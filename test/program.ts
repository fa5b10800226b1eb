import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duration } from "luxon";

const root = join(__dirname, "..");

type Choices = {
  /** Where the local clock starts; a Monday morning in term unless said otherwise. */
  startAt?: string;
  schools?: string;
  env?: Record<string, string>;
};

/** The real program, as `npm start` runs it but for the page, with a data folder of its own. */
export class Program {
  /** All that it has printed, over every start. */
  output = "";
  private child: ChildProcess | undefined;
  private port = 0;

  private constructor(
    readonly folder: string,
    private readonly choices: Choices,
  ) {}

  static async start(choices: Choices = {}): Promise<Program> {
    const program = new Program(mkdtempSync(join(tmpdir(), "homeward-")), choices);
    await program.start().catch(async (error) => {
      await program.remove();
      throw error;
    });
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, again where it has run before: on the same port and the same data. */
  async start(): Promise<void> {
    const { startAt = "2026-11-23T09:00:00Z", schools = "schools.demo.yaml", env } = this.choices;
    const set = {
      PORT: String(this.port),
      TEAMS_PORT: "off",
      DATA_DIR: this.folder,
      SCHOOLS_FILE: schools,
      START_AT: startAt,
    };
    this.child = spawn(process.execPath, ["dist/local/main.js"], {
      cwd: root,
      env: { ...process.env, ...set, ...env },
    });
    this.port = await this.listening(this.child);
  }

  /** The port it says it listens on; fails with what it said instead where it ends. */
  private listening(child: ChildProcess): Promise<number> {
    const before = this.output.length;
    const said = (): string => this.output.slice(before);
    return new Promise((resolve, reject) => {
      const hear = (text: Buffer): void => {
        this.output += text;
        const bot = /Bot: http:\/\/localhost:(\d+)\/.*\n/.exec(said());
        if (bot) resolve(Number(bot[1]));
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("close", (code) => reject(new Error(`The program ended (${code}):\n${said()}`)));
    });
  }

  /** What stands in the first pair of brackets, once it has printed that. */
  async prints(wanted: RegExp): Promise<string> {
    for (const until = Date.now() + 10_000; Date.now() < until; ) {
      const found = wanted.exec(this.output);
      if (found) return found[1] ?? "";
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The program has not printed ${wanted}:\n${this.output}`);
  }

  /** Ends it in the middle of whatever it does; gives its exit code where it ended by itself. */
  async kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<number | null> {
    const child = this.child as ChildProcess;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const closed = once(child, "close");
    child.kill(signal);
    await closed;
    return child.exitCode;
  }

  async killAndStart(): Promise<void> {
    await this.kill("SIGKILL");
    await this.start();
  }

  /** It is killed, and started again only after so long, such as `PT7M`, by its own clock. */
  async isDownFor(duration: string): Promise<void> {
    await this.kill("SIGKILL");
    const file = join(this.folder, "clock.json");
    const { offset } = JSON.parse(readFileSync(file, "utf8")) as { offset: number };
    writeFileSync(file, JSON.stringify({ offset: offset + Duration.fromISO(duration).toMillis() }));
    await this.start();
  }

  async remove(): Promise<void> {
    await this.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  async now(): Promise<Date> {
    const answer = await fetch(`${this.url}/local/clock`);
    return new Date(((await answer.json()) as { now: string }).now);
  }

  /** Lets that much time pass, such as `PT10M`, with everything that falls due on the way; how many messages went out. */
  advance(duration: string): Promise<number> {
    return this.move({ advance: duration });
  }

  toNextDeadline(): Promise<number> {
    return this.move({ to: "nextDeadline" });
  }

  private async move(body: object): Promise<number> {
    const answer = await this.post("/local/clock", body);
    if (answer.status !== 200) throw new Error(`The clock answers ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { delivered: number }).delivered;
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(`${this.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }
}
