import { alarming } from "./refusals/alarming";
import { approving } from "./refusals/approving";
import { assessing } from "./refusals/assessing";
import { contacting } from "./refusals/contacting";
import { helping } from "./refusals/helping";
import { inputs } from "./refusals/inputs";
import { leaving } from "./refusals/leaving";
import { planning } from "./refusals/planning";
import { pressing } from "./refusals/pressing";
import { requesting } from "./refusals/requesting";
import { returning } from "./refusals/returning";
import { visiting } from "./refusals/visiting";
import { warning } from "./refusals/warning";
import { watching } from "./refusals/watching";

/** Every sentence that says no: what is missing, who may, or what to do instead. */
export const refusals = {
  inputs,
  pressing,
  requesting,
  planning,
  assessing,
  approving,
  leaving,
  visiting,
  helping,
  watching,
  alarming,
  contacting,
  returning,
  warning,
} as const;
