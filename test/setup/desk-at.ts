import { readFileSync } from "node:fs";
import { parseSchools } from "../../schools/parse-schools";
import type { SetUpInput } from "../../schools/setup/reader";
import type { SetUpSight } from "../../schools/setup/sight";
import { LiveBook } from "../../setup/live-book";
import { SetUpDesk } from "../../setup/set-up";
import { SqliteStore } from "../../store/sqlite/sqlite-store";
import { watched } from "../engine/watched-store";
import { idOf } from "../people";
import { packNames, readPack } from "../policies/read-pack";

export const [PRIYA, TOM, GRACE, ANN, HELEN, SAMUEL, JOAN] = [2, 3, 4, 5, 6, 7, 8].map(idOf) as [
  ...[string, string, string, string, string, string, string],
];
const packs = new Map(packNames.map((name) => [name, readPack(name)] as const));

/** The demo school, set up by Ann and Helen. */
export const demo = readFileSync("schools.demo.yaml", "utf8").replace(
  "    settings: {",
  `    administrators: [${ANN}, ${HELEN}]\n    settings: {`,
);

/** The school on a policy that leaves the ladder to it. */
export const libertySchool = readFileSync("test/schools/liberty.yaml", "utf8")
  .replaceAll("harbour", "meadow")
  .replaceAll("25555555-1111-1111-1111-111111111111", ANN)
  .replaceAll("26666666-1111-1111-1111-111111111111", HELEN)
  .replace("    settings:", `    administrators: [${ANN}, ${HELEN}]\n    settings:`);

/** Set-up on real parts and a store in memory, without Teams: who presses, and what they see then. */
export class DeskAt {
  now = Date.parse("2026-11-23T09:00:00Z");
  readonly calls: { method: string; args: readonly unknown[] }[] = [];
  /** Teams takes nothing. */
  away = false;
  readonly told: { to: object; text: string }[] = [];
  readonly reports: string[] = [];
  readonly store: SqliteStore;
  readonly live: LiveBook;
  readonly desk: SetUpDesk;

  /** A second process on the same store reads a file of its own. */
  constructor(text = demo, beside?: DeskAt) {
    this.store = beside?.store ?? new SqliteStore(":memory:");
    const read = parseSchools("schools.yaml", text, packs);
    if ("errors" in read) throw new Error(read.errors.map(({ line, say }) => `${line}: ${say}`).join("\n"));
    this.live = new LiveBook(read, packs);
    this.desk = new SetUpDesk({
      ...{ store: watched(this.store, this.calls), live: this.live, packs },
      messenger: {
        say: async (_, to, said) => {
          if (this.away) return { failed: "throttled" };
          this.told.push({ to, text: said });
          return { conversation: "a", activity: "b" };
        },
      },
      clock: { now: () => this.now },
      report: (what) => this.reports.push(what),
    });
  }

  /** What the press shows; throws where it is refused. */
  async press(who: string, input: SetUpInput): Promise<SetUpSight> {
    const answer = await this.desk.press(who, input);
    if (!answer || "refusal" in answer) throw new Error(answer ? answer.refusal.say : "not an administrator");
    return answer.sight;
  }

  async refused(who: string, input: SetUpInput): Promise<{ refused: string; say: string; field?: string | undefined }> {
    const answer = await this.desk.press(who, input);
    if (!answer || !("refusal" in answer)) throw new Error("was not refused");
    return answer.refusal;
  }

  /** Proposed by Ann and confirmed by Helen. */
  async agreed(input: SetUpInput): Promise<SetUpSight> {
    const { waiting } = await this.press(ANN, input);
    const last = waiting.at(-1);
    return last ? this.press(HELEN, { do: "confirm", no: String(last.no) }) : this.press(HELEN, { do: "show" });
  }

  person = (who: string) => this.live.rosters()[0]?.people.find((one) => one.id === who);
}
