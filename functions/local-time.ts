type Clock = { now(): number };

const MINUTE = 60_000;

/**
 * What a channel's timestamp means where the local clock has been moved: channels stamp by the machine's clock, unless they have asked
 * for ours.
 */
export const localTime = (clock: Clock, machine: Clock) => (stamp: number) =>
  Math.abs(machine.now() - stamp) < MINUTE ? stamp + clock.now() - machine.now() : stamp;
