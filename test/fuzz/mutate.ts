import { verbs } from "../../visits/command";
import type { Chance } from "../simulation/chance";
import type { Recorded } from "./story";

/** Real activities, a little or altogether wrong: by chance from a seed. */

type Json = unknown;
type Holder = { [key: string]: Json };

/** Where a client that we have not met, or somebody who means harm, differs from Teams. */
const strange: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 999_999_999, "", " ", "0", "-1", "NaN", [], {}, [[]], [null]],
  ...["__proto__", "constructor", "toString", "' or 1=1 --", "../../etc/passwd", "<at>Ann</at>", "[x](javascript:1)"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: somebody types it
  ...["${$root}", "{{DATE(2026-01-01)}}", "\u202e\u0000\u0007", "\ud800", "=cmd()", "2026-02-31", "25:61", "Infinity"],
  ...["x".repeat(5_000), "é".repeat(300), Array.from({ length: 300 }, () => "x"), { $ne: 1 }, { length: 1e9 }],
  ...["1970-01-01T00:00:00Z", "+275760-09-13T00:00:00.001Z", "yesterday", "message", "invoke", "adaptiveCard/action"],
  ...["meadow.aaaaaaaaaa", "harbour.aaaaaaaaaa", "nowhere", "a:1", "19:slt@thread.tacv2", "red folder", "green folder"],
];

export class Mutations {
  constructor(
    private readonly chance: Chance,
    private readonly from: Recorded,
  ) {}

  /** The text of one request's body. */
  next(): string {
    const activity = this.chance.of(0.4) ? this.press() : this.activity();
    for (let left = this.chance.int(0, 4); left > 0; left--) this.change(activity);
    const text = this.chance.of(0.01) ? deep(activity) : JSON.stringify(activity);
    return this.chance.of(0.03) ? this.torn(text) : text;
  }

  private activity = (): Holder => structuredClone(this.chance.pick(this.from.activities)) as Holder;

  /** Any verb, by anybody, about the visits that there are, with anything in its inputs. */
  private press(): Holder {
    const presses = this.from.activities.filter((one) => "name" in one);
    const activity = structuredClone(this.chance.pick(presses)) as Holder;
    const action = (activity.value as Holder).action as { verb: string; data: Holder };
    action.verb = this.chance.pick(this.chance.of(0.5) ? this.from.verbs : verbs);
    for (let left = this.chance.int(0, 6); left > 0; left--) {
      const [id, choices] = this.chance.pick([...this.from.inputs]);
      action.data[id] =
        choices.length > 0 && this.chance.of(0.7) ? this.chance.pick(choices) : this.chance.pick(strange);
    }
    if (this.chance.of(0.6)) this.by(activity);
    return activity;
  }

  private by(activity: Holder): void {
    const { id, name } = this.chance.pick(this.from.people);
    activity.from = { id: `29:${id}`, aadObjectId: id, name };
    activity.conversation = { ...(activity.conversation as Holder), id: `a:${id}` };
  }

  private change(activity: Holder): void {
    const [holder, key] = this.chance.pick(placesIn(activity));
    // A bot that is sent elsewhere has nothing to answer to: that address is looked at by the tests of P3.
    if (key === "serviceUrl") return;
    const how = this.chance.int(0, 5);
    if (how === 0) delete holder[key];
    else if (how === 1) holder[key] = this.elsewhere(key);
    else if (how === 2 && !Array.isArray(holder)) holder[String(this.chance.pick(strange)).slice(0, 40)] = holder[key];
    else holder[key] = structuredClone(this.chance.pick(strange));
  }

  /** What stands there in another activity. */
  private elsewhere(key: string): Json {
    const found = placesIn(this.activity()).find(([, other]) => other === key);
    return found ? structuredClone(found[0][key]) : null;
  }

  private torn(text: string): string {
    const at = this.chance.int(0, text.length);
    return this.chance.of(0.5)
      ? text.slice(0, at)
      : `${text.slice(0, at)}${this.chance.pick(["}", '"', "\u0000", "\\"])}${text.slice(at + 1)}`;
  }
}

/** Each key at any depth, with the object that holds it. */
function placesIn(value: Json): [Holder, string][] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [[holder, key] as [Holder, string], ...placesIn(holder[key])]);
}

const deep = (activity: Holder): string =>
  JSON.stringify({ ...activity, value: "HERE" }).replace(
    '"HERE"',
    `${'{"action":'.repeat(3_000)}1${"}".repeat(3_000)}`,
  );
