import type { SendFailure } from "../engine/ports";

/** How one HTTP request to Teams ended when it did not succeed. Carries no body: what was sent must not reach a log. */
export class SendFailed extends Error {
  constructor(
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    readonly reason: "answered" | "notAllowed" | "notSent" | "noAnswer" | "activityGone",
    readonly retryAfter?: number,
  ) {
    super(`Teams: ${reason}${status === 0 ? "" : ` (${status})`}`);
  }
}

/** Only a "no" to this person or channel is a reason to tell somebody else at once; what may have arrived is ambiguous. */
export function failureOf(error: unknown): SendFailure {
  // Whatever fails before the request leaves, such as getting a token, has sent nothing.
  if (!(error instanceof SendFailed)) return { failed: "throttled" };
  if (error.reason === "notAllowed") return { failed: "permanent" };
  if (error.reason === "notSent") return { failed: "throttled" };
  if (error.reason === "noAnswer") return { failed: "ambiguous" };
  return byStatus(error);
}

/** A message that is not there any more can be posted anew; its conversation is well. */
export const updateFailureOf = (error: unknown): SendFailure | { failed: "gone" } =>
  error instanceof SendFailed && error.reason === "activityGone" ? { failed: "gone" } : failureOf(error);

function byStatus({ status, retryAfter }: SendFailed): SendFailure {
  if (status === 429) return { failed: "throttled", retryAfter };
  if (status === 403 || status === 404) return { failed: "unreachable" };
  if (status === 408 || status === 412 || status >= 500) return { failed: "ambiguous" };
  return { failed: "permanent" };
}
