import { setTimeout as sleep } from "node:timers/promises";
import { Program } from "../program";

/** The address the page gives; it comes up by itself, beside the bot. */
async function pageOf(program: Program): Promise<string> {
  for (let look = 0; look < 200; look++, await sleep(50)) {
    const said = /Teams page: (http:\/\/\S+)/.exec(program.output.split("Bot: ").at(-1) ?? "");
    if (said?.[1]) return said[1];
  }
  throw new Error(`There is no page:\n${program.output}`);
}

async function isGone(url: string): Promise<boolean> {
  for (let look = 0; look < 100; look++, await sleep(50)) {
    if (!(await fetch(url).then(Boolean, () => false))) return true;
  }
  return false;
}

it("the Teams page comes with the program, and never outlives it", async () => {
  const program = await Program.start({ env: { TEAMS_PORT: "0" } });
  const first = await pageOf(program);
  expect((await fetch(first)).status).toBe(200);
  await program.kill("SIGKILL");
  expect(await isGone(first)).toBe(true);

  await program.start();
  const second = await pageOf(program);
  expect(await program.kill("SIGTERM")).toBe(0);
  expect(await isGone(second)).toBe(true);
  await program.remove();
});
