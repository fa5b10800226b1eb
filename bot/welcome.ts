import type { TurnContext } from "botbuilder";
import type { Store } from "../engine/ports";
import type { Id } from "../schools/school";
import { type Desk, occasionOf, type Turn } from "./desk";
import { mayWrite } from "./may-write";
import { cardMessage } from "./post";

export type Welcome = (context: TurnContext, turn: Turn) => Promise<void>;

/** Once a person, however often Teams says that they have arrived: it says so twice at an installation, other channels at every page load. */
export function welcomeOnce(desk: Desk, store: Pick<Store, "get" | "put">): Welcome {
  const underWay = new Map<Id, Promise<void>>();
  const greet = async (context: TurnContext, turn: Turn): Promise<void> => {
    const occasion = occasionOf(desk, turn);
    if (!occasion || (await store.get("welcome", turn.person.id))) return;
    await context.sendActivity(cardMessage(desk.cards.drawHelp({ ...occasion, may: await mayWrite(desk, turn) })));
    await store.put("welcome", turn.person.id, { at: desk.now() });
  };
  return async (context, turn) => {
    const { id } = turn.person;
    if (!turn.personal || !arrives(context) || underWay.has(id)) return;
    const greeting = greet(context, turn).finally(() => underWay.delete(id));
    underWay.set(id, greeting);
    await greeting;
  };
}

function arrives({ activity }: TurnContext): boolean {
  if (activity.type === "installationUpdate")
    return activity.action !== "remove" && activity.action !== "remove-upgrade";
  return (activity.membersAdded ?? []).length > 0;
}
