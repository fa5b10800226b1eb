import type { Id, Person } from "../schools/school";
import type { Facts } from "../visits/command";
import type { Viewer } from "../visits/may-see";
import { seenBy } from "../visits/seen-by";
import type { Sight } from "../visits/sight";
import type { Visit } from "../visits/visit";
import type { Scene } from "./facts";

const nobody: Person = { id: "", name: "", schools: [], roles: [], checks: {} };

export const factsOf = (scene: Scene, actor: Person, newId: Id = ""): Facts => ({ ...scene, actor, newId });

export const sightOf = (visit: Visit, viewer: Viewer, scene: Scene): Sight =>
  seenBy(visit, viewer, factsOf(scene, "id" in viewer ? viewer : nobody));
