import {
  freeFrom,
  isPosted,
  isSettled,
  leased,
  leasedCard,
  leaseFor,
  marked,
  type Result,
  shownAfter,
} from "../../engine/marks";
import type { Mark } from "../../engine/ports";
import { type Notice, type Urgency, urgencies } from "../../visits/notice";

/** What is kept of each send: tried, sent, failed, to be tried again when, and by whom. */

const now = 1_000_000;
const second = 1_000;
const posted = { conversation: "a:ann", activity: "7" };
const tried = (mark?: Mark) => leased(mark, "me", now);

describe("a try", () => {
  it("is counted before it is made, from the first on", () => {
    expect(tried()).toEqual({ tries: 1, firstTry: now, lease: now + leaseFor, by: "me", unsure: false });
    const again = leased({ tries: 3, firstTry: 5 }, "other", now);
    expect(again).toMatchObject({ tries: 4, firstTry: 5, by: "other" });
    expect(leaseFor).toBe(20 * second);
  });

  it("is unsure once an earlier one may have arrived: its lease ran out, or no clear answer came", () => {
    expect(tried({ tries: 1, lease: now - 1 }).unsure).toBe(true);
    expect(tried({ tries: 1, failed: "ambiguous" }).unsure).toBe(true);
    expect(tried({ tries: 2, unsure: true }).unsure).toBe(true);
    expect(tried({ tries: 1, failed: "permanent" }).unsure).toBeFalsy();
  });

  it("of a card keeps what stands there", () => {
    expect(leasedCard(undefined, "me", now)).toEqual({ hash: "", tries: 1, lease: now + leaseFor, by: "me" });
    expect(leasedCard({ hash: "x", tries: 2, posted }, "me", now)).toMatchObject({ hash: "x", tries: 3, posted });
  });

  it("waits for a lease and for its own pause, and not for the lease of a dead process", () => {
    expect(freeFrom(undefined, undefined)).toBe(0);
    expect(freeFrom({ lease: 9, by: "other", retryAt: 4 }, undefined)).toBe(9);
    expect(freeFrom({ lease: 9, by: "other", retryAt: 4 }, "me")).toBe(4);
    expect(freeFrom({ lease: 9, by: "me", retryAt: 4 }, "me")).toBe(9);
    expect(freeFrom({ lease: 9, by: "me", retryAt: 40 }, "me")).toBe(40);
  });
});

describe("after a send", () => {
  const markAfter = (result: Result, tries = 1) => marked({ ...tried(), tries }, result, now);
  const freed = { lease: undefined, by: undefined };

  it("that went out nothing is owed, and where it is stands beside it", () => {
    const more = { ...posted, serviceUrl: "https://example.org" };
    expect(markAfter(more)).toEqual({ ...tried(), ...freed, retryAt: undefined, failed: undefined, sent: now, posted });
    expect([isPosted(posted), isPosted("unwanted"), isPosted({ later: 5 }), isPosted({ failed: "gone" })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("that was not made after all it is as if it had never been tried", () => {
    expect(markAfter("unwanted")).toBeUndefined();
    expect(markAfter({ later: now + 7 }, 3)).toMatchObject({ ...freed, tries: 2, retryAt: now + 7 });
  });

  it("that failed it is tried again after growing pauses, the longest a minute", () => {
    const pauses = [1, 2, 3, 4, 10, 11, 12, 50].map(
      (tries) => ((markAfter({ failed: "ambiguous" }, tries)?.retryAt ?? 0) - now) / second,
    );
    expect(pauses).toEqual([5, 10, 20, 30, 30, 60, 60, 60]);
    expect(markAfter({ failed: "ambiguous" })).toMatchObject({ failed: "ambiguous", ...freed });
    expect(markAfter({ failed: "gone" })?.failed).toBe("permanent");
  });

  it("that Teams asks to put off it waits as long as Teams says, never less than its pause", () => {
    const wait = (retryAfter: number) =>
      ((markAfter({ failed: "ambiguous", retryAfter })?.retryAt ?? 0) - now) / second;
    expect([wait(90 * second), wait(second)]).toEqual([90, 5]);
  });

  it("to somebody out of reach it is tried again after five minutes", () => {
    expect(((markAfter({ failed: "unreachable" }, 4)?.retryAt ?? 0) - now) / second).toBe(300);
  });
});

describe("after a card", () => {
  const shown = { ...leasedCard({ hash: "old", tries: 2, posted }, "me", now) };
  const cardAfter = (result: Result) => shownAfter(shown, "new", result, now);

  it("that went out it shows what it should", () => {
    expect(cardAfter({ conversation: "b", activity: "8" })).toEqual({
      posted: { conversation: "b", activity: "8" },
      hash: "new",
      tries: 0,
    });
  });

  it("that was not sent it shows what it did, and no try is counted", () => {
    expect(cardAfter("unwanted")).toMatchObject({ hash: "old", tries: 2, posted, lease: undefined });
    expect(cardAfter({ later: now + 9 })).toMatchObject({
      hash: "old",
      tries: 2,
      posted,
      lease: undefined,
      retryAt: now + 9,
    });
  });

  it("that went out it says what it was to say, until a try comes to no answer", () => {
    const sent = shownAfter(shown, "new", { conversation: "b", activity: "8" }, now, "said");
    expect(sent.says).toBe("said");
    const tried = leasedCard(sent, "me", now);
    expect(tried.says).toBe("said");
    expect(leasedCard(tried, "me", now).says).toBeUndefined();
    expect(shownAfter(tried, "next", { failed: "ambiguous" }, now, "else").says).toBeUndefined();
    for (const failed of ["throttled", "unreachable", "permanent"] as const)
      expect(shownAfter(tried, "next", { failed }, now, "else").says).toBe("said");
    expect(shownAfter(tried, "next", { failed: "gone" }, now, "else").says).toBeUndefined();
    for (const result of ["unwanted", { later: now + 9 }] as const)
      expect(shownAfter(tried, "next", result, now, "else").says).toBe("said");
  });

  it("that is gone there is none; that may have changed nobody knows what it shows", () => {
    expect(cardAfter({ failed: "gone" })).toEqual({ hash: "", tries: 3 });
    expect(cardAfter({ failed: "ambiguous" })).toMatchObject({ hash: "", posted, retryAt: now + 20 * second });
    expect(cardAfter({ failed: "permanent" })).toMatchObject({ hash: "old", posted, retryAt: now + 20 * second });
  });
});

describe("what is settled", () => {
  const settled = (urgency: Urgency, mark?: Mark) => isSettled({ urgency } as Notice, mark);

  it("is whatever is no alarm where somebody has not been reachable for a week", () => {
    const notReached = (tries: number) => ({ tries, failed: "unreachable" }) as const;
    const week = (7 * 24 * 60) / 5;
    expect(settled(urgencies.reminder, notReached(week - 1))).toBe(false);
    expect(settled(urgencies.reminder, notReached(week))).toBe(true);
    expect(settled(urgencies.alarm, notReached(10 * week))).toBe(false);
  });

  it("is what was sent; an alarm is never settled by failing", () => {
    for (const urgency of [urgencies.covert, urgencies.alarm, urgencies.reminder, urgencies.rest]) {
      expect([settled(urgency), settled(urgency, tried()), settled(urgency, { tries: 1, sent: now })]).toEqual([
        false,
        false,
        true,
      ]);
    }
    for (const urgency of [urgencies.covert, urgencies.alarm])
      for (const failed of ["ambiguous", "permanent", "unreachable"] as const)
        expect(settled(urgency, { tries: 99, failed })).toBe(false);
  });

  it("is a reminder that may have arrived, or that was refused three times", () => {
    expect(settled(urgencies.reminder, { tries: 1, failed: "ambiguous" })).toBe(true);
    expect([2, 3].map((tries) => settled(urgencies.rest, { tries, failed: "permanent" }))).toEqual([false, true]);
    expect(settled(urgencies.rest, { tries: 9, failed: "unreachable" })).toBe(false);
  });
});
