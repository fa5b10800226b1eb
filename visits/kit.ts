import type { Id, Person, Vehicle } from "../schools/school";
import { seen } from "../words/en-gb";
import type { Outing } from "./visit";

/** What somebody carries on a visit. */
export type Kit = { phone?: string | undefined; vehicle?: string | undefined; idCard?: string | undefined };
/** As each confirmed it when they last signed out. */
export type Kits = Readonly<Record<Id, Kit>>;

/** Where nothing else is known, and somebody else drives: true of this visit only. */
export const driven = seen.withColleague;

/** From their last sign-out, else from the schools file. What is known of it is asked for no more, and can be changed. */
export function kitOf({ actor, kits }: { actor: Person; kits?: Kits | undefined }): Kit {
  const kit = kits?.[actor.id];
  return {
    phone: kit?.phone ?? actor.phone,
    vehicle: kit?.vehicle ?? (actor.vehicle && sayVehicle(actor.vehicle)),
    idCard: kit?.idCard,
  };
}

/** What is worth keeping of a sign-out. */
export const kitFrom = ({ phone, vehicle, idCard }: NonNullable<Outing["ready"]>): Kit => ({
  phone: phone || undefined,
  vehicle: typeof vehicle === "string" && vehicle !== driven ? vehicle : undefined,
  idCard,
});

export const sayVehicle = ({ colour, make, model, registration }: Vehicle): string =>
  `${colour} ${make} ${model}, ${registration}`;
