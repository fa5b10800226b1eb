import { packs } from "../visits/rights/states";
import { alike, unnoticed } from "./pack-values";

it.each(packs)(
  "each thing that the document of %s says changes what somebody sees, is told or may do",
  (pack) => {
    const { made, idle } = unnoticed(pack, alike);
    expect(idle).toEqual([]);
    console.log(`${pack}: ${made} changes.`);
  },
  300_000,
);
