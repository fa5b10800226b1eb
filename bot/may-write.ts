import type { Special } from "./cards";
import type { Desk, Turn } from "./desk";

/** What not everybody may write, and this person may in their own chat. */
export async function mayWrite({ setUp, drills, codeWord, now }: Desk, { person, personal }: Turn): Promise<Special[]> {
  if (!personal) return [];
  const words = await Promise.all(person.schools.map((id) => codeWord(id, person.id, now())));
  const reads = words.some((one) => one.reads);
  return [
    // Both are for whoever has a role of the ladder.
    ...(reads ? (["othersOut"] as const) : []),
    ...(reads && words.some(({ word }) => word !== undefined) ? (["codeWord"] as const) : []),
    ...(person.answersForPolicy ? (["monitoring"] as const) : []),
    ...(setUp.may(person.id) ? (["setUp"] as const) : []),
    ...(drills.may(person.id) ? (["drill"] as const) : []),
  ];
}
