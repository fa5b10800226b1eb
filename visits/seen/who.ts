import { listedAs } from "../../schools/roster";
import type { Id } from "../../schools/school";
import type { Facts } from "../command";
import type { Viewer } from "../may-see";
import { isVisitor } from "../people";
import type { Who } from "../sight";
import type { Visit } from "../visit";

export const who = (id: Id | "clock", f: Facts): Who => ({
  id,
  name: listedAs(f.roster, id)?.name ?? "Homeward",
});
export const stampOf = <T extends { by: Id | "clock" }>(stamp: T | undefined, f: Facts) =>
  stamp && { ...stamp, by: who(stamp.by, f) };

export const isVisitorSide = (v: Visit, viewer: Viewer) => "id" in viewer && isVisitor(v, viewer.id);
