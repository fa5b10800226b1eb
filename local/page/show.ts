import type { Kept } from "./history";
import type { ShownMessage } from "./shown";

const CARD = "application/vnd.microsoft.card.adaptive";

export function showMessage(kept: Kept): ShownMessage {
  const { activity, seq, conversation, thread, id, at, edited, deleted, undelivered } = kept;
  return {
    seq,
    conversation,
    ...(thread ? { thread } : {}),
    id,
    from: kept.author,
    at,
    ...(activity.text ? { text: activity.text } : {}),
    plain: activity.textFormat === "plain",
    cards: (activity.attachments ?? [])
      .filter((a) => a.contentType === CARD && isObject(a.content))
      .map((a) => a.content as object),
    ...(activity.summary ? { summary: activity.summary } : {}),
    alert: isAlert(activity.channelData?.notification),
    edited,
    deleted,
    undelivered,
  };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isAlert = (notification: unknown) =>
  isObject(notification) && "alert" in notification && notification.alert === true;
