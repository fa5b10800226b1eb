import type { Activity, Mention } from "botbuilder";
import type { Id } from "../schools/school";
import type { Chats } from "./chats";
import type { Directory } from "./directory";

export type Mentioner = { chats: Chats; directory: Directory };

/** The text with the people it concerns named in front, so that Teams notifies them. */
export async function mentioning(
  line: Mentioner,
  text: string,
  ids: readonly Id[],
): Promise<Pick<Activity, "text"> & { entities?: Mention[] }> {
  const entities: Mention[] = [];
  for (const id of ids) entities.push(await mentionOf(line, id));
  if (entities.length === 0) return { text };
  return { text: `${entities.map((one) => one.text).join(" ")} ${text}`, entities };
}

/** By their Teams id where it is known, else by their Entra object id, which Teams takes as well. */
async function mentionOf({ chats, directory }: Mentioner, id: Id): Promise<Mention> {
  const name = (directory.name(id) ?? "Duty").replace(/[<>&]/g, "");
  const mentioned = { id: (await chats.of(id))?.user ?? id, name };
  return { type: "mention", text: `<at>${name}</at>`, mentioned };
}
