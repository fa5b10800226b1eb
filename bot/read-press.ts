import { z } from "zod";
import type { At } from "../schools/school";
import type { Command, Verb } from "../visits/command";
import { tooLong, UNKNOWN_BUTTON, UNREADABLE_PRESS } from "../words/en-gb/chat";
import { type List, lists } from "./lists";

export const LONGEST_INPUT = 4_000;
const MOST_INPUTS = 200;

/** What the button carries besides what was typed: ids and the one number of what it answers. */
const id = z.string().max(200).optional();
const number = z.coerce.number().int().min(0).max(1_000_000).optional();
const carried = z.object({
  verb: z.string().optional(),
  visit: id,
  plan: number,
  alarm: number,
  task: number,
  card: id,
  /** The earlier visit that a request card is to be filled from. */
  like: id,
  /** The rehearsal that the card belongs to. */
  drill: id,
});
export type Carried = z.infer<typeof carried>;

const pressed = z.object({ verb: z.string().optional(), data: z.record(z.string(), z.unknown()) });

type Refused = "unknownVerb" | "malformed" | "tooLong";
/** `strings`: all that was typed, even where the press cannot be carried out (S4). */
export type Press =
  | { command: Command; carried: Carried }
  | { look: List; strings: readonly string[] }
  | { setUp: Readonly<Record<string, string>>; strings: readonly string[] }
  | { drill: Readonly<Record<string, string>>; strings: readonly string[] }
  | { refused: Refused; say: string; strings: readonly string[] };

/** A press as `Action.Execute` brings it (`verb` beside the data) or as its fallback `Action.Submit` does (all in the data). */
export function readPress(action: unknown, sentAt: At): Press {
  const read = pressed.safeParse(action);
  if (!read.success) return { refused: "malformed", say: UNREADABLE_PRESS, strings: [] };
  const { verb, data } = read.data;
  const answers = carried.safeParse(data);
  const input = typed(data);
  const strings = Object.values(input);
  if (!answers.success || strings.length > MOST_INPUTS) return { refused: "malformed", say: UNREADABLE_PRESS, strings };
  const named = verb ?? answers.data.verb ?? "";
  if (Object.hasOwn(lists, named)) return { look: named as List, strings };
  if (named === "setUp" && strings.every((text) => text.length <= LONGEST_INPUT)) return { setUp: input, strings };
  if (named === "drill" && strings.every((text) => text.length <= LONGEST_INPUT)) return { drill: input, strings };
  if (!isVerb(named)) return { refused: "unknownVerb", say: UNKNOWN_BUTTON, strings };
  if (strings.some((text) => text.length > LONGEST_INPUT))
    return { refused: "tooLong", say: tooLong(LONGEST_INPUT), strings };
  const { visit, plan, alarm, task } = answers.data;
  return { command: { verb: named, visit, no: alarm ?? task ?? plan, input, sentAt }, carried: answers.data };
}

/** Which verbs there are the rules know; here only what could not be one of them, such as `constructor`, is kept out. */
const isVerb = (named: string): named is Verb => /^[a-z]{1,40}$/i.test(named) && !(named in {});

/** Inputs are strings in Adaptive Cards; what a client makes of a toggle or a number is said as text, the rest is no input. */
function typed(data: Record<string, unknown>): Record<string, string> {
  const inputs = Object.entries(data).filter(([key]) => !(key in carried.shape));
  return Object.fromEntries(inputs.flatMap(([key, value]) => (isPlain(value) ? [[key, String(value)]] : [])));
}

const isPlain = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);
