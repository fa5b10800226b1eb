import { listedAs } from "../schools/roster";
import type { Id, Person, Roster } from "../schools/school";
import type { Command, Verb } from "../visits/command";
import { decide } from "../visits/decide";
import type { Event } from "../visits/events";
import { isVisitor } from "../visits/people";
import { isRefusal } from "../visits/refusal";
import { isKnown } from "../visits/still-known";
import { isSeenOtherwise } from "./cards";
import { advance, commit } from "./commit";
import { readCommand } from "./covert";
import type { Answer } from "./engine";
import { awayOn, gatherScene, isReadable, outOn, type Scene } from "./facts";
import { rememberHome } from "./household";
import { rememberKits } from "./kits";
import { afterPress } from "./marks";
import { type Actor, openLists } from "./open-lists";
import { overhear } from "./overhear";
import type { Stored, Unreadable } from "./ports";
import { noSuchVisit, notRegistered, notSaved, notSetUp, schoolOf } from "./refusals";
import { sameRequest } from "./same-request";
import { factsOf, sightOf } from "./sight";
import { sayTooLarge, TooLarge } from "./too-large";
import { sayWhoIsOut } from "./word-of-leaving";
import { sayWhoIsBack } from "./word-of-return";
import type { Work } from "./work";

const attempts = 8;

/** What is read before the press itself: the schools' secrets and who is out (S4, in one order for every press). */
type Open = { visits: readonly (Stored | Unreadable)[]; command: Command };

export async function submit(work: Work, actor: Actor | undefined, command: Command): Promise<Answer> {
  if (!actor) return { refusal: notRegistered };
  const once: Once = { written: false };
  try {
    const answer = await insist(work, actor, command, once);
    return "refusal" in answer ? await heardAllTheSame(work, actor, command, answer, once) : answer;
  } catch (error) {
    if (error instanceof TooLarge) await sayTooLarge(work, error).catch(() => undefined);
    throw error;
  } finally {
    // No sooner: whatever it wakes would write on the same record as the press itself, again and again.
    if (once.written) work.parts.wake();
  }
}

async function insist(work: Work, actor: Actor, command: Command, once: Once): Promise<Answer> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const answer = await tryOnce(work, actor, command, once);
    if (answer !== "conflict") return answer;
  }
  throw new Error(notSaved);
}

type Refused = Extract<Answer, { refusal: unknown }>;

/** Whatever somebody who is out presses is contact, though it is refused: they have been heard of (S9). A call for help says nothing of the kind. */
async function heardAllTheSame(
  work: Work,
  actor: Actor,
  { verb, visit, sentAt }: Command,
  refused: Refused,
  once: Once,
): Promise<Answer> {
  if (once.out === undefined || verb === "askForHelp") return refused;
  const heard = await insist(work, actor, { verb: "checkIn", visit: once.out, input: {}, sentAt }, once);
  return "done" in heard && heard.done.visit === visit ? { ...refused, sight: heard.done } : refused;
}

/** Whether what was typed has been written down as overheard, and the visit on which they are out. */
type Once = { written: boolean; out?: Id | undefined };

async function tryOnce(work: Work, actor: Actor, press: Command, once: Once): Promise<Answer | "conflict"> {
  const { visits, command } = await readPress(work, actor, press, once);
  const school = command.visit === undefined ? homeSchool(actor, command) : schoolOf(command.visit);
  const roster = school !== undefined && actor.schools.includes(school) ? work.parts.book.roster(school) : undefined;
  const person = roster && listedAs(roster, actor.id);
  if (!roster || !person) return { refusal: noSuchVisit };
  const unready = notReady(work, roster.school.id, command, visits, actor);
  if (unready) return { refusal: unready };
  const newId = `${roster.school.id}.${work.parts.ids()}`;
  const stored = await work.parts.store.read(roster.school.id, command.visit ?? newId);
  if (stored && !isReadable(stored)) throw new Error(notSaved);
  if (command.visit !== undefined && !stored) return { refusal: noSuchVisit };
  if (!isKnown(person, roster.school, work.parts.clock.now(), stored?.visit)) return { refusal: noSuchVisit };
  const scene = await sceneFor(work, roster, stored, command, visits);
  return scene ? decideAndCommit(work, { person, command, stored, scene, newId, visits }) : { refusal: noSuchVisit };
}

/** Reads the code word and the disguised answer in everything that was sent, before anything else does (S4). */
async function readPress(work: Work, actor: Actor, press: Command, once: Once): Promise<Open> {
  const lists = await openLists(work, actor);
  const visits = lists.flatMap((list) => list.visits);
  const command = whereTheyAre(press, visits, actor.id);
  once.out = outOn(visits, actor.id)?.id;
  const out = once.out ?? (await unsignedOn(work, actor, command));
  if (out === undefined && !once.written)
    once.written = await overhear(work, actor, lists, { texts: Object.values(command.input) });
  const named = namedIn(actor, command);
  const meant = outOn(visits, named[0] ?? actor.id);
  const read = lists.reduce((left, { secret }) => readCommand(left, actor.id, secret, out), command);
  return { visits, command: meant && named.every((id) => isOn(meant, id)) ? alreadyOut(read, meant.id) : read };
}

/** Their signs of life and calls for help, on whatever card. */
const fromOutside: ReadonlySet<Verb> = new Set(["checkIn", "askForHelp", "endUnsafe"]);

/** On the card of a visit that somebody is back from, or goes on no more, it counts where they are now (S9): nobody is to look for them elsewhere. */
function whereTheyAre(command: Command, visits: Open["visits"], who: Id): Command {
  const out = fromOutside.has(command.verb) ? outOn(visits, who)?.id : undefined;
  const pressed = visits.filter(isReadable).find(({ id }) => id === command.visit);
  return out === undefined || (pressed && goesOn(pressed, who)) ? command : { ...command, visit: out };
}

/** Is out on it, or may be without having signed out. */
const goesOn = ({ visit: { plan, outings } }: Stored, who: Id): boolean =>
  outings[who] ? outings[who].back === undefined : plan.visitors.includes(who);

/** Whoever checks in without having signed out is out (S1), and may call for help in the same way. */
async function unsignedOn({ parts }: Work, actor: Actor, { verb, visit }: Command): Promise<Id | undefined> {
  const school = verb === "checkIn" && visit !== undefined ? schoolOf(visit) : undefined;
  if (school === undefined || visit === undefined) return undefined;
  const stored = await parts.store.read(school, visit);
  const goes = isReadable(stored) && stored.visit.plan.visitors.includes(actor.id);
  return goes && stored.visit.outings[actor.id] === undefined ? visit : undefined;
}

/** Who is said to be out: oneself, or whoever is named. */
function namedIn(actor: Actor, { input }: Command): Id[] {
  const named = [input.who, input.and].flatMap((ids) => ids?.split(",") ?? []).map((id) => id.trim());
  const who = named.filter((id) => id !== "");
  return who.length > 0 ? who : [actor.id];
}

const isOn = ({ visit: { plan, outings } }: Stored, id: Id): boolean =>
  plan.visitors.includes(id) || outings[id] !== undefined;

/** "I'm out" from somebody who is, or of them: it is about that visit, and starts no second watch. Whoever is named with them and is not on it has none yet. */
const alreadyOut = (command: Command, visit: Id): Command =>
  command.verb === "reportOut" && command.visit === undefined ? { ...command, visit } : command;

const homeSchool = (actor: Actor, { input }: Command): Id | undefined =>
  input.school ? input.school : actor.schools[0];

const sceneFor = (work: Work, roster: Roster, stored: Stored | undefined, command: Command, visits: Open["visits"]) =>
  gatherScene(work, {
    school: roster.school.id,
    visit: stored?.visit,
    policyHash: stored?.policy,
    input: command.verb === "requestVisit" || command.verb === "amend" ? command.input : undefined,
    away: awayOn(visits),
    now: work.parts.clock.now(),
  });

/** Nothing can be requested before set-up is complete. Whoever is out may write anything: it is contact, and looks like every other (S4). */
const notReady = (work: Work, school: Id, { verb, visit }: Command, visits: Open["visits"], { id }: Actor) =>
  verb === "requestVisit" && visit === undefined && !outOn(visits, id)
    ? notSetUp(work.parts.book, school, work.parts.clock.now())
    : undefined;

type Turn = {
  person: Person;
  command: Command;
  stored: Stored | undefined;
  scene: Scene;
  newId: Id;
  visits: Open["visits"];
};

async function decideAndCommit(work: Work, turn: Turn): Promise<Answer | "conflict"> {
  const { person, command, stored, scene, newId } = turn;
  const decision = decide(stored?.visit, command, factsOf(scene, person, newId));
  if (isRefusal(decision)) return { refusal: decision, sight: stored && sightOf(stored.visit, person, scene) };
  const same = stored ? undefined : sameRequest(turn.visits, person.id, decision);
  if (same) return { done: sightOf(same.visit, person, scene) };
  if (decision.length === 0) return stored ? { done: sightOf(stored.visit, person, scene) } : { refusal: noSuchVisit };
  return store(work, turn, decision);
}

async function store(
  work: Work,
  { person, stored, scene }: Turn,
  events: readonly Event[],
): Promise<Answer | "conflict"> {
  const next = advance(work, stored, events, scene);
  const mayBePressed = (key: string) =>
    stored !== undefined && !isVisitor(next.visit, person.id) && isSeenOtherwise(key, stored.visit, next.visit, scene);
  const cards = afterPress(next.post.cards, person.id, mayBePressed);
  const committed = await commit(work, stored, { ...next, post: { ...next.post, cards } }, scene);
  if (committed === "conflict") return "conflict";
  await rememberKits(work, events);
  await rememberHome(work.parts, committed.school, events);
  await sayWhoIsBack(work, stored?.visit, committed);
  await sayWhoIsOut(work, stored?.visit, committed);
  work.parts.wake();
  return { done: sightOf(committed.visit, person, { ...scene, away: awayAfter(scene, committed) }) };
}

const awayAfter = (scene: Scene, stored: Stored): Id[] => [...new Set([...scene.away, ...awayOn([stored])])];
