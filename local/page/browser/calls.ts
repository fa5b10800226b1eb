import type { FaultAnswer, PressAnswer } from "../shown.js";

export interface PressBody {
  conversation: string;
  as: string;
  id: string;
  kind: "execute" | "submit";
  verb?: string | undefined;
  actionId?: string | undefined;
  data: object;
}

async function post(path: string, body: object): Promise<{ ok: boolean; body: unknown }> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`/page/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return { ok: response.ok, body: await response.json() };
  } catch {
    return { ok: false, body: { error: "The page's server doesn't answer. Is it still running?" } };
  }
}

export const write = (body: { conversation: string; as: string; text: string; thread?: string | undefined }) =>
  post("write", body);
export const edit = (body: { conversation: string; as: string; id: string; text: string }) => post("edit", body);
export const markRead = (conversation: string, upTo: number) => post("read", { conversation, upTo });
export const changeChannel = (change: { away: boolean } | { oldClient: boolean } | { twice: boolean }) =>
  post("channel", change);
export const setFault = (target: string, answer: FaultAnswer | null) => post("channel", { target, answer });

export async function press(body: PressBody): Promise<PressAnswer> {
  const answer = await post("press", body);
  if (answer.ok) return answer.body as PressAnswer;
  return { kind: "unreachable", text: "Unable to reach app. Please try again." };
}

export interface Moved {
  failed: boolean;
  say: string;
}

export async function moveClock(move: { advance: string } | { to: "nextDeadline" }): Promise<Moved> {
  const answer = await post("clock", move);
  if (!answer.ok) return { failed: true, say: sentence(answer.body) };
  const { delivered } = answer.body as { delivered?: number };
  return { failed: false, say: delivered === 1 ? "1 message sent" : `${delivered || "No"} messages sent` };
}

function sentence(body: unknown): string {
  const said = body as { error?: string | { message?: string }; message?: string; say?: string };
  const error = typeof said?.error === "string" ? said.error : said?.error?.message;
  return error ?? said?.say ?? said?.message ?? "The clock could not be moved.";
}
