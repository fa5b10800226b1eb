import { ann, meadow, priya, tenant } from "../people";

export { roster } from "../people";
export const TENANT = tenant;
export const PRIYA = priya.id;
export const ANN = ann.id;
export const STRANGER_ID = "99999999-9999-9999-9999-99999999999a";
export const PHONE = meadow.phone;
export const OFFICE = "19:office@thread.tacv2";
