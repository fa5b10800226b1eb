/** Often enough that nobody notices, and over before the timer's next tick but one: an overrun would skip it. */
const every = 2_000;
const forAtMost = 48_000;

type Time = { now(): number; pause(ms: number): Promise<void> };

/**
 * Looks again and again for as long as `goesOn`, so that what falls due between two ticks of a timer waits two seconds at most: also behind a
 * look that has not come to an end because a send hangs. Ends when all of them have.
 */
export async function keepLooking(look: () => Promise<unknown>, time: Time, goesOn: () => boolean): Promise<void> {
  const until = time.now() + forAtMost;
  const looks = [];
  for (;;) {
    const looked = look();
    looked.catch(() => undefined);
    looks.push(looked);
    if (!goesOn() || time.now() + every >= until) break;
    await time.pause(every);
  }
  await Promise.all(looks);
}
