import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { document } from "./document";

/** `npm run rights` */
it("writes docs/rights.md", () => writeFileSync(join(__dirname, "../../../docs/rights.md"), document()));
