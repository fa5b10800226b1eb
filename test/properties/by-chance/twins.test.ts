import fc from "fast-check";
import type { Person } from "../../../schools/school";
import type { Input, Verb } from "../../../visits/command";
import { verbs } from "../../../visits/command";
import { decide } from "../../../visits/decide";
import { allOut, isOut, openAlarms } from "../../../visits/people";
import { isRefusal } from "../../../visits/refusal";
import { ann, grace, helen, joan, priya, samuel, tom } from "../../people";
import { inside, out, type Story } from "../../visits/story";
import { opened, theirs, visitors } from "../../visits/visitors-see";
import { everyone } from "./people";
import { holds } from "./runs";
import { inputFor, isPress, offered, type Press, press, pressed, push, type Turn, target } from "./tale";

/** S4: the same story twice, but for a discreet call for help in one of them and all that the school does about it there. */

/** What the school does about the discreet call, and those whom it sends: only in the one story. */
type Aside = { aside: Person; verb: Verb; input: Input };
const address = [
  "acknowledge",
  "recordDecision",
  "recordDecision",
  "standDown",
  "recordCall",
  "seenBack",
  "phonedIn",
] as const;
const asides: fc.Arbitrary<Aside> = fc.record({
  aside: fc.constantFrom(ann, helen, joan, samuel, grace),
  verb: fc.constantFrom(...address),
  input: fc.record({
    decision: fc.constantFrom("goThere", "goThere", "police", "keepTrying", "policeCalled"),
    outcome: fc.constantFrom("ok", "noAnswer", "concern"),
    what: fc.constantFrom("ok", "runningLate", "noOneHome", "help", "home"),
    why: fc.constant("Near"),
    who: fc.constantFrom(`${samuel.id},${ann.id}`, `${grace.id},${joan.id}`),
    spoken: fc.constantFrom("", priya.id, `${priya.id},${tom.id}`),
  }),
});
type Sent = { there: Press };
const buttons = verbs.slice(verbs.indexOf("arrive"), verbs.indexOf("takeWatch"));
const sents: fc.Arbitrary<Sent> = fc
  .tuple(press, fc.constantFrom(...buttons))
  .map(([one, verb]) => ({ there: { ...one, verb, no: "right", covert: false } }));

const plainly = press.map((one) => ({ ...one, covert: false }));
type Beat = Turn | Aside | Sent;
const stories = fc.record({
  from: fc.constantFrom(out, inside),
  before: fc.array(fc.oneof(plainly, push) as fc.Arbitrary<Turn>, { maxLength: 4 }),
  caller: fc.constantFrom(...visitors),
  input: fc.record({ note: fc.constantFrom("", "All well"), bothOk: fc.constantFrom("true", "false") }),
  after: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: plainly },
      { weight: 3, arbitrary: push },
      { weight: 3, arbitrary: asides },
      { weight: 3, arbitrary: sents },
    ) as fc.Arbitrary<Beat>,
    { maxLength: 16, size: "max" },
  ),
});

class Twins {
  readonly told: string[] = [];
  constructor(
    readonly covert: Story,
    readonly ordinary: Story,
  ) {}

  play(beat: Beat): void {
    if ("aside" in beat) this.aside(beat);
    else if ("there" in beat) this.sent(beat.there);
    else if (isPress(beat)) this.both(beat);
    else this.push(target(this.ordinary, beat));
  }

  /** The clock is the same for both; each story comes by its own deadlines. */
  private push(to: number): void {
    this.told.push(new Date(to).toISOString());
    for (const story of [this.covert, this.ordinary]) story.pushTo(to);
  }

  /** Anybody's press that is possible in both: what is refused in one because somebody is away there is left out. */
  private both(one: Press): void {
    const { who, inputs } = one;
    const verb = typeof one.verb === "string" ? one.verb : offered(this.ordinary, who, one.verb);
    const no = one.no === "right" ? this.ordinary.numberFor(verb) : one.no;
    const command = {
      verb,
      visit: this.ordinary.is.id,
      no,
      input: inputFor(verb, inputs),
      sentAt: this.ordinary.now + one.sent * 60_000,
    };
    const [a, b] = [this.covert, this.ordinary].map((story) => decide(story.is, command, story.facts(who)));
    const visitor = visitors.includes(who);
    if (!visitor && (isRefusal(a) !== isRefusal(b) || (!isRefusal(a) && this.isAside(command)))) return;
    for (const story of [this.covert, this.ordinary]) story.press(who, verb, command.input, command).quiet();
    this.told.push(`${who.name} ${verb} ${no}`);
    if (visitor) expect(this.covert.refusal).toEqual(this.ordinary.refusal);
  }

  /** It would be about the discreet call, which the other story hasn't. */
  private isAside = ({ no, verb }: { no?: number | undefined; verb: Verb }) =>
    (no ?? 0) > 900 && ["acknowledge", "recordCall", "recordDecision", "standDown"].includes(verb);

  private aside({ aside, verb, input }: Aside): void {
    const about = openAlarms(this.covert.is).find(({ no }) => no > 900);
    const [attender] = this.attenders();
    const single = verb === "seenBack" || verb === "phonedIn";
    if (single ? !attender : !about) return;
    this.told.push(`aside: ${aside.name} ${verb} ${about?.no}`);
    this.covert.press(aside, verb, single ? { ...input, who: attender ?? "" } : input, { no: about?.no }).quiet();
  }

  private sent(one: Press): void {
    const who = everyone.find(({ id }) => id === this.attenders()[Math.abs(one.sent) % 2 || 0]);
    if (!who) return;
    this.told.push(`sent: ${who.name} ${one.verb}`);
    pressed(this.covert, { ...one, who });
    this.covert.quiet();
  }

  private attenders = () => allOut(this.covert.is).filter((id) => !this.ordinary.is.outings[id]);
}

describe("S4: a discreet call for help, beside the ordinary check-in that it looks like", () => {
  it("shows in nothing that the visitors see or are told, whatever anybody does until the end", () => {
    let called = 0;
    holds(stories, 12, ({ from, before, caller, input, after }) => {
      const twins = new Twins(from(), from());
      for (const turn of before) twins.play(turn);
      if (!isOut(twins.ordinary.is.outings[caller.id])) return;
      called += 1;
      twins.told.push(`${caller.name} calls`);
      twins.covert.press(caller, "checkIn", input, { covert: true }).quiet();
      twins.ordinary.press(caller, "checkIn", input).quiet();
      alike(twins);
      for (const beat of after) {
        twins.play(beat);
        alike(twins);
      }
      alike(twins, opened);
      twins.play({ minutes: 90 });
      alike(twins);
      alike(twins, opened);
    });
    expect(called).toBeGreaterThan(5);
  });
});

function alike({ covert, ordinary, told }: Twins, what: (story: Story) => unknown = theirs): void {
  const [a, b] = [what(covert), what(ordinary)];
  if (JSON.stringify(a) === JSON.stringify(b)) return;
  throw new Error(`${told.join("\n")}\n${differences(a, b).join("\n")}`);
}

/** Where two values differ, for whoever reads the failure. */
function differences(a: unknown, b: unknown, path = ""): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || !a || !b)
    return [`${path}: ${JSON.stringify(a)} beside ${JSON.stringify(b)}`];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    differences(a[key as never], b[key as never], `${path}/${key}`),
  );
}
