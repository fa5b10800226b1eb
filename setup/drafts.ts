import type { Store } from "../engine/ports";
import type { PackLadder } from "../policies/statements";
import type { Id } from "../schools/school";

/** Each administrator's draft of a ladder. Nothing of it counts until it is proposed. */
type Drafts = Readonly<Record<Id, PackLadder>>;

export const draftOf = async (store: Pick<Store, "get">, school: Id, person: Id): Promise<PackLadder | undefined> =>
  (await store.get<Drafts>("draft", school))?.[person];

export async function keepDraft(
  store: Pick<Store, "change">,
  school: Id,
  person: Id,
  draft: PackLadder | undefined,
): Promise<void> {
  await store.change<Drafts>("draft", school, (before = {}) => {
    const { [person]: _, ...others } = before;
    return draft ? { ...others, [person]: draft } : others;
  });
}
