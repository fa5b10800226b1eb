import { setTimeout as wait } from "node:timers/promises";
import { fromTeams, type Sender } from "./activity";
import type { BotLine } from "./bot-line";
import { BOT, type Place } from "./directory";
import type { History } from "./history";
import type { ShownPerson } from "./shown";

interface Meeting {
  place: Place;
  person: ShownPerson;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Installs the bot for everybody, as an administrator would, so that it knows every chat before anyone speaks. */
export async function meetEverybody(
  sender: Sender,
  history: History,
  bot: BotLine,
  now: () => Promise<number>,
  stop: AbortSignal,
) {
  let pause = FIRST_PAUSE_MS;
  for (const meeting of meetings(sender)) {
    const conversation =
      meeting.place.kind === "personal" ? meeting.place.person.conversation : meeting.place.channel.id;
    while (!stop.aborted && !history.hasMet(conversation)) {
      const met = await introduce(sender, bot, meeting, await now());
      if (stop.aborted) return;
      if (met) history.markMet(conversation);
      else pause = await pauseFor(pause, stop);
    }
  }
}

/** Everyone's own chat, and each school's team, which Teams knows by its General channel. */
function meetings({ directory }: Sender): Meeting[] {
  const teams = directory.channels.flatMap((channel): Meeting[] => {
    const place = directory.place(channel.id);
    const person = directory.people.find((p) => channel.members.includes(p.id));
    return place?.kind === "channel" && place.team === channel.id && person ? [{ place, person }] : [];
  });
  return [...directory.people.map((person): Meeting => ({ place: { kind: "personal", person }, person })), ...teams];
}

async function introduce(sender: Sender, bot: BotLine, meeting: Meeting, now: number): Promise<boolean> {
  const frame = fromTeams(sender, { ...meeting, now });
  const joined =
    meeting.place.kind === "personal" ? [BOT, { id: meeting.person.teamsId, aadObjectId: meeting.person.id }] : [BOT];
  const eventType = meeting.place.kind === "personal" ? undefined : "teamMemberAdded";
  const added = {
    ...frame,
    type: "conversationUpdate",
    membersAdded: joined,
    channelData: { ...frame.channelData, eventType },
  };
  for (const activity of [{ ...frame, type: "installationUpdate", action: "add" }, added]) {
    const answer = await bot.send({ ...activity, id: `f:${crypto.randomUUID()}` });
    if (!answer.reached || answer.status >= 300) return false;
  }
  return true;
}

async function pauseFor(pause: number, stop: AbortSignal): Promise<number> {
  await wait(pause, undefined, { signal: stop }).catch(() => undefined);
  return Math.min(pause * 2, LONGEST_PAUSE_MS);
}
