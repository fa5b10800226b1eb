import { verbs } from "../../visits/command";
import { frozen } from "../kept-for-all";
import type { Chance } from "../simulation/chance";
import type { Wrong } from "./line";
import type { Recorded } from "./story";

/** Real activities, a little or altogether wrong: by chance from a seed. */

/** What an activity must say of itself before anybody reads what it brings. */
const frame = ["type", "channelId", "from", "recipient", "conversation", "serviceUrl"] as const;
const elsewhere = [
  ...["/api/sweep", "/api/sms", "/api/health", "/api/none", "/api", "/", "/local/clock", "/local/clock?advance=PT9H"],
  ...["/api/sweep?school=meadow", "/api/messages/", "/api/../local/clock", "/api/%00", `/api/${"x".repeat(4_000)}`],
];
/** For the clock, the second waker and the phone's ways, each of which asks for a key or for sense. */
const asks = [
  "",
  "{}",
  '{"advance":"PT-1H"}',
  '{"advance":"P1000000Y"}',
  '{"advance":7}',
  '{"to":"never"}',
  "[]",
  '[{"data":{}}]',
];
const methods = ["POST", "POST", "POST", "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];
const strangeHeaders = [
  ...[
    { host: "homeward.example" },
    { origin: "https://homeward.example" },
    { origin: "null" },
    { host: "127.0.0.1.nip.io" },
  ],
  ...[{ "content-type": "text/plain" }, { "content-type": "" }, { "content-type": "application/json; charset=utf-16" }],
  ...[{ authorization: "Bearer x.y.z" }, { authorization: "Basic eDp5" }, { "x-forwarded-host": "homeward.example" }],
  { "sec-fetch-site": "cross-site", origin: "http://localhost.example" },
];

type Json = unknown;
type Holder = { [key: string]: Json };

/** Where a client that we have not met, or somebody who means harm, differs from Teams. */
const strange: readonly Json[] = frozen([
  ...[null, true, false, 0, -1, 1.5, 1e308, 999_999_999, "", " ", "0", "-1", "NaN", [], {}, [[]], [null]],
  ...["__proto__", "constructor", "toString", "' or 1=1 --", "../../etc/passwd", "<at>Ann</at>", "[x](javascript:1)"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: somebody types it
  ...["${$root}", "{{DATE(2026-01-01)}}", "\u202e\u0000\u0007", "\ud800", "=cmd()", "2026-02-31", "25:61", "Infinity"],
  ...["x".repeat(5_000), "é".repeat(300), Array.from({ length: 300 }, () => "x"), { $ne: 1 }, { length: 1e9 }],
  ...["1970-01-01T00:00:00Z", "+275760-09-13T00:00:00.001Z", "yesterday", "message", "invoke", "adaptiveCard/action"],
  ...["meadow.aaaaaaaaaa", "harbour.aaaaaaaaaa", "nowhere", "a:1", "19:slt@thread.tacv2", "red folder", "green folder"],
]);

export class Mutations {
  private readonly presses: readonly object[];

  constructor(
    private readonly chance: Chance,
    private readonly from: Recorded,
  ) {
    this.presses = from.activities.filter((one) => "name" in one);
  }

  /** One request to the bot. */
  next(): Wrong {
    return { method: "POST", path: "/api/messages", body: this.body() };
  }

  /** Wrong in its frame, now and then from nobody we know or another tenant, or torn. */
  atTheDoor(): Wrong {
    const activity = this.activity();
    const key = this.chance.pick(frame);
    const how = this.chance.int(0, 19);
    if (how === 0) Object.assign(activity.from as Holder, { id: `29:${this.chance.next()}`, aadObjectId: "nobody" });
    else if (how === 1) Object.assign(activity.conversation as Holder, { tenantId: String(this.chance.next()) });
    else if (how < 7) delete activity[key];
    else if (how < 14)
      activity[key] = structuredClone(this.chance.pick(strange.filter((one) => typeof one !== "string")));
    const text = JSON.stringify(activity);
    const body = how < 14 ? text : text.slice(0, -this.chance.int(1, 300));
    return { method: "POST", path: "/api/messages", body };
  }

  isStray = (): boolean => this.chance.of(0.5);

  /** At an address that is none for it, or by a way that is none. */
  astray(): Wrong {
    const method = this.chance.pick(methods);
    const headers = this.chance.of(0.5) ? this.chance.pick(strangeHeaders) : {};
    const body = method === "GET" || method === "HEAD" ? "" : this.chance.pick([this.body(), ...asks]);
    return { method, path: this.chance.pick(elsewhere), headers, body };
  }

  private body(): string {
    const activity = this.chance.of(0.4) ? this.press() : this.activity();
    for (let left = this.chance.int(0, 4); left > 0; left--) this.change(activity);
    const text = this.chance.of(0.01) ? deep(activity) : JSON.stringify(activity);
    return this.chance.of(0.03) ? this.torn(text) : text;
  }

  private activity = (): Holder => this.copyOf(this.chance.pick(this.from.activities));

  /** As it goes over the line: from its text, which is many times as fast as to clone it. */
  private copyOf(one: object): Holder {
    const text = this.texts.get(one) ?? JSON.stringify(one);
    this.texts.set(one, text);
    return JSON.parse(text) as Holder;
  }
  private readonly texts = new WeakMap<object, string>();

  /** Any verb, by anybody, about the visits that there are, with anything in its inputs. */
  private press(): Holder {
    const activity = this.copyOf(this.chance.pick(this.presses));
    const action = (activity.value as Holder).action as { verb: string; data: Holder };
    action.verb = this.chance.pick(this.chance.of(0.5) ? this.from.verbs : verbs);
    for (let left = this.chance.int(0, 6); left > 0; left--) {
      const [id, choices] = this.chance.pick([...this.from.inputs]);
      action.data[id] = choices.length > 0 && this.chance.of(0.7) ? this.chance.pick(choices) : this.strangeValue();
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
    else holder[key] = this.strangeValue();
  }

  /** A copy, since what holds it may be changed next: else it would have grown, by the ten-thousandth request, into more than all activities together. */
  private strangeValue = (): Json => structuredClone(this.chance.pick(strange));

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
