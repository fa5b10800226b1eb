import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Duration } from "luxon";
import { patience } from "./patience";
import { type Ground, OwnProcess, SharedProcess, type Signal, type Town } from "./program/grounds";
import { inCosmos } from "./program/in-cosmos";
import { inMemory } from "./program/in-memory";

type Choices = {
  /** Where the local clock starts; a Monday morning in term unless said otherwise. */
  startAt?: string;
  /** Whether it goes on by itself too; it does unless said otherwise. */
  clock?: "goes" | "stands";
  schools?: string;
  env?: Record<string, string>;
  /** Puts into its folder what it is to find there when it first starts. */
  finds?: (folder: string) => void;
};

/** The real program but for the page, with a data folder of its own. */
export class Program {
  /** All that it has printed, over every start. */
  output = "";
  private port = 0;
  /** Where its clock stands; undefined where that is not known since it last moved. */
  private stoodAt: Date | undefined;
  private moves = 0;

  private constructor(
    readonly folder: string,
    private readonly choices: Choices,
    private ground: Ground,
    private readonly closeStore: (() => Promise<void>) | undefined,
  ) {}

  /** In a process of its own, as `npm start` runs it: it can be killed. */
  static start(choices: Choices = {}): Promise<Program> {
    return Program.on(new OwnProcess(), choices);
  }

  /** In a process with others: it starts in a moment. */
  static open(choices: Choices = {}): Promise<Program> {
    return Program.on(new SharedProcess(), choices);
  }

  /** In a process of the test's own with others, which is killed with all of them. */
  static openIn(town: Town, choices: Choices = {}): Promise<Program> {
    return Program.on(town.ground(), choices);
  }

  private static async on(ground: Ground, choices: Choices): Promise<Program> {
    const cosmos = await inCosmos(choices.env);
    const env = { ...cosmos?.env, ...choices.env };
    const program = new Program(mkdtempSync(join(inMemory, "homeward-")), { ...choices, env }, ground, cosmos?.close);
    choices.finds?.(program.folder);
    await program.start().catch(async (error) => {
      await program.remove();
      throw error;
    });
    return program;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, again where it has run before: on the same data. Somebody else may have its port by then. */
  async start(): Promise<void> {
    const { startAt = "2026-11-23T09:00:00Z", clock = "goes", schools = "schools.demo.yaml", env } = this.choices;
    const set = {
      PORT: "0",
      TEAMS_PORT: "off",
      DATA_DIR: this.folder,
      SCHOOLS_FILE: schools,
      START_AT: startAt,
      CLOCK: clock,
    };
    this.port = await this.listening({ ...set, ...env });
    this.hasMoved();
  }

  /** The port it says it listens on; fails with what it said instead where it ends. */
  private listening(env: Record<string, string>): Promise<number> {
    const before = this.output.length;
    const said = (): string => this.output.slice(before);
    return new Promise((resolve, reject) => {
      const hear = (text: string): void => {
        this.output += text;
        const bot = /Bot: http:\/\/localhost:(\d+)\/.*\n/.exec(said());
        if (bot) resolve(Number(bot[1]));
      };
      const ended = (code: number | null) => reject(new Error(`The program ended (${code}):\n${said()}`));
      this.ground.start(env, hear, ended);
    });
  }

  /** What stands in the first pair of brackets, once it has printed that. */
  async prints(wanted: RegExp): Promise<string> {
    for (const until = Date.now() + patience; Date.now() < until; ) {
      const found = wanted.exec(this.output);
      if (found) return found[1] ?? "";
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`The program has not printed ${wanted}:\n${this.output}`);
  }

  /** Ends it in the middle of whatever it does; gives its exit code where it ended by itself. */
  kill(signal: Signal = "SIGKILL"): Promise<number | null> {
    if (!(this.ground instanceof OwnProcess)) throw new Error("Only a process of its own can be killed.");
    return this.ground.end(signal);
  }

  async killAndStart(): Promise<void> {
    await this.kill("SIGKILL");
    await this.start();
  }

  /** In good order, in the process that it was in. */
  async restart(): Promise<void> {
    await this.ground.end("SIGTERM");
    await this.start();
  }

  /** Where it ran beside others, it goes on in a process of its own, and can be killed there. */
  async movesOut(): Promise<void> {
    await this.ground.end("SIGTERM");
    this.ground = new OwnProcess();
    await this.start();
  }

  /** It is killed, and started again beside others only after so long, such as `PT7M`, by its own clock. */
  async isDownFor(duration: string): Promise<void> {
    await this.kill("SIGKILL");
    this.oversleeps(duration);
    await this.startBesideOthers();
  }

  /** After its process was killed, in another one that runs already. */
  async startBesideOthers(): Promise<void> {
    this.ground = new SharedProcess();
    await this.start();
  }

  /** While it does not run: by the next start its own clock, which stands, has gone on so long. */
  oversleeps(duration: string): void {
    const file = join(this.folder, "standing-clock.json");
    const { offset } = JSON.parse(readFileSync(file, "utf8")) as { offset: number };
    writeFileSync(file, JSON.stringify({ offset: offset + Duration.fromISO(duration).toMillis() }));
  }

  async remove(): Promise<void> {
    await this.ground.end("SIGKILL");
    await this.closeStore?.();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async now(): Promise<Date> {
    const answer = await fetch(`${this.url}/local/clock`);
    return new Date(((await answer.json()) as { now: string }).now);
  }

  /** What is sent now is stamped with it: where the clock stands, it is asked for once between two moves. */
  async stamp(): Promise<Date> {
    if (this.choices.clock !== "stands") return this.now();
    const { moves } = this;
    const now = this.stoodAt ?? (await this.now());
    if (moves === this.moves) this.stoodAt = now;
    return now;
  }

  private hasMoved(): void {
    this.moves++;
    this.stoodAt = undefined;
  }

  /** Lets that much time pass, such as `PT10M`, with everything that falls due on the way; how many messages went out. */
  advance(duration: string): Promise<number> {
    return this.move({ advance: duration });
  }

  toNextDeadline(): Promise<number> {
    return this.move({ to: "nextDeadline" });
  }

  private async move(body: object): Promise<number> {
    this.hasMoved();
    const answer = await this.post("/local/clock", body).finally(() => this.hasMoved());
    if (answer.status !== 200) throw new Error(`The clock answers ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { delivered: number }).delivered;
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(`${this.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }
}
