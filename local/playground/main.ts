import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { CannotStart, refuseToStart } from "../../functions/cannot-start";
import { readSettings } from "../../functions/settings";
import { type Directory, openDirectory } from "../page/directory";
import { readSchoolFile } from "../page/school-file";
import type { ShownPerson } from "../page/shown";
import { localEnvironment } from "../settings";
import { configFor } from "./config";
import { keepToThisMachine } from "./loopback";

/** Where the Playground says it is by default; the people of a school follow, each at a port of their own. */
const FIRST_PORT = 56_150;

/** `npm run playground -- Priya`: the Microsoft 365 Agents Playground, as it is, with one person of the school in front of it. */
async function main(): Promise<void> {
  const { DATA_DIR, SCHOOLS_FILE, PORT, PLAYGROUND_PORT } = readSettings(localEnvironment, process.env);
  const directory = openDirectory(readSchoolFile(SCHOOLS_FILE));
  const person = personCalled(directory, process.argv.slice(2).join(" "));
  const port = await freePort(PLAYGROUND_PORT ?? FIRST_PORT + directory.people.indexOf(person));
  const folder = resolve(DATA_DIR, "playground", person.id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, ".m365agentsplayground.yml"), configFor(directory, person), { mode: 0o600 });
  console.log(`${person.name} in the Playground: http://localhost:${port}`);
  play(folder, ["start", "-e", `http://localhost:${PORT}/api/messages`, "-p", String(port), "--disable-telemetry"]);
}

/** By any part of the name, in any case, or by id. */
function personCalled({ people }: Directory, wanted: string): ShownPerson {
  const called = (one: ShownPerson) => one.id === wanted || one.name.toLowerCase().includes(wanted.toLowerCase());
  const found = wanted === "" ? [] : people.filter(called);
  if (found.length === 1 && found[0]) return found[0];
  const names = people.map(({ name, roles }) => `  ${name} (${roles.join(", ")})`);
  throw new CannotStart([`Say who you are, such as: npm run playground -- ${people[0]?.name}`, ...names]);
}

/** The Playground would quietly take another port than the one that was said. */
function freePort(wanted: number): Promise<number> {
  const server = createServer();
  return new Promise((done, fail) => {
    server.once("error", () => fail(new CannotStart([`Port ${wanted} is taken. Set PLAYGROUND_PORT to another one.`])));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : wanted));
    });
  });
}

/** In this process, so that nothing of it is left behind; it reads the file in its working folder. */
function play(folder: string, words: readonly string[]): void {
  keepToThisMachine();
  process.chdir(folder);
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...words);
  require("@microsoft/m365agentsplayground/cli.js");
}

main().catch(refuseToStart);
