import { nameList } from "../pieces";
import type { AlarmLook } from "./look";

type About = AlarmLook["alarm"]["about"];

/** When each was last heard from: those who were at the same time together, whoever was longest ago first. */
export function lastHeard(about: About, times: AlarmLook["times"]): { names: string; last: string }[] {
  const heard = about.filter(({ unheard }) => !unheard).toSorted((a, b) => a.lastContact - b.lastContact);
  const moments = heard.map(({ lastContact }) => times.moment(lastContact));
  return [...new Set(moments)].map((last) => ({ names: nameList(heard.filter((_, i) => moments[i] === last)), last }));
}
