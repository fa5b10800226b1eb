import { useEffect, useState } from "preact/hooks";
import type { ShownChannel, ShownPerson, Snapshot } from "../shown.js";

export type Column =
  | { kind: "chat"; id: string; person: ShownPerson }
  | { kind: "channel"; id: string; channel: ShownChannel };

/** Who is side by side, remembered for each school; `?show=id,id` in the address decides it from outside. */
export function useColumns(snapshot: Snapshot, school: string) {
  const key = `columns:${school}`;
  const [ids, setIds] = useState<string[]>([]);
  useEffect(() => setIds(asked() ?? stored(snapshot, key) ?? usual(snapshot, school)), [key]);
  const show = (next: string[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setIds(next);
  };
  const toggle = (id: string) => show(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return { columns: ids.flatMap((id) => columnFor(snapshot, id) ?? []), toggle };
}

const asked = () => new URLSearchParams(location.search).get("show")?.split(",");

/** Nothing where the remembered people belong to another schools file. */
function stored(snapshot: Snapshot, key: string): string[] | undefined {
  const ids: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
  const known = Array.isArray(ids) ? ids.map(String).filter((id) => columnFor(snapshot, id)) : [];
  return known.length > 0 ? known : undefined;
}

function columnFor({ people, channels }: Snapshot, id: string): Column | undefined {
  const person = people.find((p) => p.id === id);
  if (person) return { kind: "chat", id, person };
  const channel = channels.find((c) => c.id === id);
  return channel && { kind: "channel", id, channel };
}

/** The people of the ordinary story, in its order: two visitors, or the first two where nobody is called that, the Principal, the office, the SLT channel. */
function usual(snapshot: Snapshot, school: string): string[] {
  const people = snapshot.people.filter((p) => p.schools.includes(school));
  const has = (role: string) => people.filter((p) => p.roles.includes(role)).map((p) => p.id);
  const only = people.filter((p) => p.roles.length === 1 && p.roles[0] === "visitor").map((p) => p.id);
  const others = people.filter((p) => !p.roles.includes("principal") && !p.roles.includes("office")).map((p) => p.id);
  const visitors = [...only, ...has("visitor"), ...others].slice(0, 2);
  const channels = snapshot.channels.filter((c) => c.school === school && c.name !== "General");
  const slt = channels.find((c) => c.name === "SLT") ?? channels[0];
  return [
    ...new Set([...visitors, ...has("principal").slice(0, 1), ...has("office").slice(0, 1), ...(slt ? [slt.id] : [])]),
  ];
}
