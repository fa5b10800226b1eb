import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { approved, out, request, type World, world } from "../../engine/world";
import { dump, type Stage } from "./stages";

/**
 * Keeps what today's version stores, for the versions to come: `KEEP=2026-11-26 npx jest --testMatch "<rootDir>/test/store/earlier/keep.ts"`.
 * What was kept once is never changed.
 */
it("is kept", async () => {
  const folder = join(__dirname, process.env.KEEP ?? "today");
  mkdirSync(folder);
  const keep = (w: World, stage: Stage) => writeFileSync(join(folder, `${stage}.json`), `${JSON.stringify(dump(w))}\n`);
  const first = await world();
  const { visit, planNo } = await first.does("priya", "requestVisit", undefined, request);
  await first.engine.sweep();
  keep(first, "asked");
  await first.does("tom", "agreeToVisit", visit, {}, planNo);
  await first.does("priya", "assessRisk", visit, { useGeneric: "true", considered: "true" }, planNo);
  const ticks = "necessary,bestInterests,safeguarding,whichStaff,briefing";
  await first.does("helen", "approve", visit, { reason: "Needed", ticks, confirmed: "true" }, planNo);
  await first.engine.sweep();
  keep(first, "ready");
  await first.close();
  first.remove();
  await keepOuting(keep);
  await keepCovert(keep);
  await keepContact(keep);
});

async function keepCovert(keep: (w: World, stage: Stage) => void): Promise<void> {
  const w = await world();
  await out(w);
  await w.engine.hear("priya", "where is the red folder?", w.clock.at);
  await w.engine.sweep();
  keep(w, "covert");
  await w.close();
  w.remove();
}

async function keepContact(keep: (w: World, stage: Stage) => void): Promise<void> {
  const w = await world();
  const visit = await approved(w);
  await w.does("priya", "cancel", visit, { ill: "true" });
  const call = { contactHow: "phone", contactWhy: "Nobody has heard of them", contactTime: "11:00" };
  const beside = { contactKnows: "ann", contactBeside: "tom", contactTicks: "consent,timeAgreed" };
  await w.does("priya", "planContact", visit, { ...call, ...beside });
  const { contact } = (await w.stored(visit)).visit;
  await w.does("sam", "decideContact", visit, { answer: "yes" }, contact?.no);
  await w.engine.sweep();
  keep(w, "contact");
  await w.close();
  w.remove();
}

async function keepOuting(keep: (w: World, stage: Stage) => void): Promise<void> {
  const w = await world();
  const visit = await out(w);
  keep(w, "out");
  await w.pass(75);
  keep(w, "alarm");
  for (const { no } of (await w.stored(visit)).visit.alarms.filter(({ ended }) => !ended))
    await w.does("ann", "recordCall", visit, { outcome: "ok" }, no);
  for (const who of ["priya", "tom"]) await w.does(who, "signIn", visit);
  await w.engine.sweep();
  keep(w, "back");
  await w.close();
  w.remove();
}
