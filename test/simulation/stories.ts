import type { Id } from "../../schools/school";
import type { Input } from "../../visits/command";
import { request as elsewhere } from "../visits/story";
import { CODE, idAt, policy } from "./schools";
import type { Press, Town } from "./town";

const ticks = policy.approvalTicks.value.map(({ id }) => id).join(",");

/** `who`: by first name. */
type Named = Omit<Press, "party">;
/** What happens, and how many minutes after what happened before it. */
export type Step = { after: number; press?: Named; says?: { who: string; text: string } };
const step = (after: number, who: string, verb: Press["verb"], input: Press["input"] = {}, no?: number): Step => ({
  after,
  press: { who, verb, input, no },
});

const prepared: Step[] = [
  step(0, "priya", "requestVisit"),
  step(1, "tom", "agreeToVisit", {}, 1),
  step(1, "priya", "assessRisk", { useGeneric: "true", considered: "true" }, 1),
  step(1, "helen", "approve", { reason: "Needed", ticks, confirmed: "true" }, 1),
  step(1, "ann", "takeWatch"),
];
const out: Step[] = [
  ...prepared,
  step(206, "priya", "signOut", { allTrue: "true" }, 1),
  step(0, "tom", "signOut", { allTrue: "true" }, 1),
  step(41, "ann", "recordCall", { outcome: "ok" }, 1),
];
const home: Step[] = [step(1, "tom", "signIn"), step(1, "priya", "signIn"), step(1, "priya", "checkIn")];

/** Told in full: what a crash at any moment of them must not change. */
export const stories: Readonly<Record<string, readonly Step[]>> = {
  "silence, an alarm taken and ended by a call": [
    ...out,
    step(5, "tom", "checkIn"),
    { after: 58 },
    step(1, "ann", "acknowledge", {}, 2),
    step(7, "helen", "recordCall", { outcome: "ok", about: "priya,tom" }, 2),
    ...home,
  ],
  "covert help, marked as safe by the DSL": [
    ...out,
    step(6, "priya", "checkIn"),
    { after: 3, says: { who: "priya", text: `All fine, the ${CODE} is here` } },
    step(2, "tom", "checkIn"),
    step(4, "joan", "standDown", { why: "Spoken to, and safe", spoken: "priya" }, 901),
    ...home,
  ],
  "help asked for openly, and the police called": [
    ...out,
    step(6, "priya", "askForHelp"),
    { after: 9 },
    step(
      1,
      "helen",
      "recordDecision",
      { decision: "policeCalled", when: "14:27", reference: "DC-1", answer: "Sent" },
      2,
    ),
    step(10, "helen", "recordCall", { outcome: "ok", about: "priya,tom" }, 2),
    ...home,
  ],
};

const people = ["about", "companion", "spoken", "who"];
const idsAt = (party: Id, names: string): string =>
  names
    .split(",")
    .map((name) => idAt(party, name))
    .join(",");
const at = (party: Id, input: Input = {}): Input =>
  Object.fromEntries(Object.entries(input).map(([k, v]) => [k, people.includes(k) ? idsAt(party, v) : v]));

const request = (party: Id): Input => ({ ...elsewhere, back: "15:50", companion: idAt(party, "tom") });

async function happens(town: Town, party: Id, { press, says }: Step): Promise<void> {
  if (press) {
    const input = press.verb === "requestVisit" ? request(party) : at(party, press.input);
    await town.does({ ...press, who: idAt(party, press.who), party, input });
  }
  if (says) await town.says(party, idAt(party, says.who), says.text);
}

/** One school's story, and the hours after it. */
export async function tell(town: Town, steps: readonly Step[]): Promise<Town> {
  for (const one of steps) {
    await town.pass(one.after);
    await happens(town, "s0", one);
    await town.sweep();
  }
  await town.pass(180);
  return town;
}
