import { refuseToStart } from "../../functions/cannot-start";
import { eraseInStore } from "../../functions/erase-restored";
import { environment, readSettings } from "../../functions/settings";

/** `npm run erasures`: after a restore, erases again what was erased since. A start of the program does so by itself. */
async function main(): Promise<void> {
  const { remembered, again } = await eraseInStore(readSettings(environment, process.env));
  console.log(
    `Erasures that are remembered: ${remembered}. Records that had come back and are erased again now: ${again}.`,
  );
}

main().catch(refuseToStart);
