import { School } from "./school";

it("perf", async () => {
  const school = await School.open();
  await school.sendsOut();
  for (const step of ["PT1H", "PT1H", "PT4H", "P1D"]) {
    const t = Date.now();
    const n = await school.program.advance(step).catch(String);
    process.stdout.write(
      `${step} ${n} ${Date.now() - t} ms ${await (await fetch(school.program.url + "/api/health")).text()}\n`,
    );
  }
  const { SqliteStore } = await import("../../store/sqlite/sqlite-store.js" as string).catch(() => ({
    SqliteStore: undefined as any,
  }));
  process.stdout.write(require("node:child_process").execSync(`ls -la ${school.program.folder}`).toString());
  const { DatabaseSync } = require("node:sqlite");
  const db = new DatabaseSync(school.program.folder + "/homeward.sqlite");
  process.stdout.write(JSON.stringify(db.prepare("select id, length(document) l, version from visit").all()) + "\n");
  db.close();
  process.stdout.write(school.program.output.split("\n").slice(36).join("\n"));
  await school.close();
}, 120000);
