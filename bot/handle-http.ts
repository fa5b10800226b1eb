import type { TurnContext } from "botbuilder";
import type { Asked, Beat } from "../engine/beat";
import type { Adapter, BotSettings } from "./adapter";
import { type Arrived, admit, identify } from "./admission";
import { answerAnyInvoke, answerFailure, answerStranger, createApplication, keepAsked, keepTurn } from "./application";
import type { Desk } from "./desk";
import type { Meet } from "./meet";
import { turnOf } from "./turn";
import { noteStranger } from "./turned-away";
import type { Welcome } from "./welcome";

export type HttpRequest = { method: string; headers: Record<string, string>; body?: unknown };
export type HttpAnswer = { status: number; jsonBody?: unknown };
export type HandleHttp = (request: HttpRequest) => Promise<HttpAnswer>;

export interface Room {
  adapter: Adapter;
  settings: BotSettings;
  desk: Desk;
  meet: Meet;
  welcome: Welcome;
  onOurClock(timestamp: number): number;
  beat?: Beat | undefined;
}

/** `/api/messages`: nothing that a client can send makes it throw, or answer with more than a sentence. */
export function createHandler(room: Room): HandleHttp {
  const turn = listenerOf(room);
  return async ({ method, headers, body }) => {
    if (method === "HEAD") return { status: 200 };
    if (method !== "POST") return { status: 405 };
    const admitted = admit(body, room.settings);
    if ("status" in admitted) return admitted;
    if (room.settings.appId && !headers.authorization && !headers.Authorization) return { status: 401 };
    const asked = room.beat?.asked();
    const request = { method, headers, body: admitted.activity };
    return through(room, request, (context) => turn(context, admitted.activity, asked)).finally(asked?.over);
  };
}

/** A throw inside a turn would become a 500 with its message: it is answered in words instead (S14). */
function listenerOf(room: Room) {
  const application = createApplication(room.desk, room.welcome);
  const listen = async (context: TurnContext, activity: Arrived): Promise<void> => {
    const person = await identify(activity, room.settings, room.desk.engine);
    if (!person) {
      noteStranger(room.desk, activity);
      return answerStranger(context);
    }
    const turn = turnOf(room, activity, person, context.activity.timestamp);
    keepTurn(context, await room.meet(turn, activity));
    await application.run(context);
  };
  return async (context: TurnContext, activity: Arrived, asked: Asked | undefined): Promise<void> => {
    keepAsked(context, asked);
    await listen(context, activity).catch((error: unknown) => answerFailure(room.desk, context, error));
    await answerAnyInvoke(context);
  };
}

/** What CloudAdapter wants of a web server. */
async function through(
  { adapter, desk }: Room,
  request: HttpRequest & { body: Arrived },
  logic: (context: TurnContext) => Promise<void>,
): Promise<HttpAnswer> {
  const answer: HttpAnswer = { status: 200 };
  const response = {
    socket: undefined,
    status: (status: number) => Object.assign(answer, { status }),
    header: () => undefined,
    send: (jsonBody: unknown) => Object.assign(answer, { jsonBody }),
    end: () => undefined,
  };
  await adapter.process(request, response, logic);
  if (answer.status < 400) return answer;
  // Turns do not throw, so what fails here is the check of who has sent it. Its own words are not for clients.
  desk.log.warn({ error: answer.jsonBody }, "a request without a good token");
  return { status: answer.status < 500 ? answer.status : 401 };
}
