import { IANAZone } from "luxon";
import type { At } from "./school";

/** No zone changes its clocks but at a full quarter of an hour. */
const QUARTER_MS = 900_000;
const MOST = 10_000;

/** A time zone that is asked for its offset once a quarter of an hour: asking takes longer than most of what we do with it. */
class SteadyZone extends IANAZone {
  private readonly known = new Map<number, number>();

  override offset(at: At): number {
    const quarter = Math.floor(at / QUARTER_MS);
    const found = this.known.get(quarter);
    if (found !== undefined) return found;
    const offset = super.offset(at);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(quarter, offset);
    return offset;
  }
}

const zones = new Map<string, SteadyZone>();

export function zoneOf(name: string): IANAZone {
  const known = zones.get(name);
  if (known) return known;
  const zone = new SteadyZone(name);
  zones.set(name, zone);
  return zone;
}
