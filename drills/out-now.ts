import type { Store } from "../engine/ports";
import type { Id } from "../schools/school";
import { allOut } from "../visits/people";

/** Who is out on a visit now. */
export async function outIn(store: Pick<Store, "open">, school: Id): Promise<Id[]> {
  const open = await store.open(school);
  return open.flatMap((stored) => ("visit" in stored ? allOut(stored.visit) : []));
}
