import { fstatSync } from "node:fs";
import { openPage } from "./server";
import { readSettings } from "./settings";

async function main(): Promise<void> {
  const page = await openPage(readSettings(process.env));
  const leave = () => void page.close().then(() => process.exit(0));
  process.once("SIGINT", leave);
  process.once("SIGTERM", leave);
  whenParentGoes(leave);
  console.log(`Teams page: ${page.url}`);
}

/** A page without its parent would go on feeding a bot that somebody believes is stopped. */
function whenParentGoes(leave: () => void): void {
  if (process.connected) process.once("disconnect", leave);
  if (!stdinIsPipe()) return;
  process.stdin.once("end", leave).once("error", leave).resume();
}

function stdinIsPipe(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isSocket();
  } catch {
    return false;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
