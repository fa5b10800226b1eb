// Whether the time that an answer takes tells a covert call from an ordinary check-in, of the real program over HTTP: each from somebody
// else who is out, ordinary or covert by chance. Three answers of each: to the call itself, to a check-in right after it, while the school is
// being told, and to one a few people later, when it has been told. With the beat on which answers come in earnest (S4), or another: 0 for none.
// What it takes is the beats: three a person, one after another. So several programs run side by side, each with people of its own: within one nobody presses
// at the same time as another, whose covert call would hide theirs. It says how far it has come after each round.
import { openBot } from "./bot.mjs";
import { sayHowWell } from "./classify.mjs";
import { CODE } from "./trust.mjs";

const wanted = Number(process.argv[2] ?? 600);
const aRound = Number(process.argv[3] ?? 60);
const beat = process.argv[4] ?? "100";
const programs = Number(process.argv[5] ?? 3);
/** Who leave at once, which nobody times: Teams takes no more in a second. */
const together = 5;
const warm = 4;
const lag = 4;
const kinds = ["the call itself", "a check-in right after it", "a check-in when it has been told"];
const notes = { ordinary: "All fine, the brown folder is here", covert: `All fine, the ${CODE} is here` };

/** Everybody leaves, some at a time. */
async function goOut(bot) {
  const visits = [];
  for (let from = 0; from < aRound; from += together) {
    const some = Array.from({ length: Math.min(together, aRound - from) }, (_, i) => bot.visitor(from + i));
    const said = await Promise.all(some.map((who) => bot.press(who, "reportOut", { card: "visit" })));
    visits.push(...said.map((text) => /"visit":"([^"]+)"/.exec(text)?.[1]));
    await bot.advance("PT1S");
  }
  await bot.advance("PT1M");
  return visits;
}

async function round(trials, port) {
  const bot = await openBot(aRound, { ANSWER_BEAT: beat }, port);
  const visits = await goOut(bot);
  const timed = async (i, note) => {
    const began = performance.now();
    const said = await bot.press(bot.visitor(i), "checkIn", { visit: visits[i], note, card: "visit" });
    const took = performance.now() - began;
    if (!said.includes("AdaptiveCard")) throw new Error(said);
    return took;
  };
  const later = [];
  for (let i = 0; i < aRound && trials.length < wanted; i++) {
    const covert = Math.random() < 0.5;
    const trial = {
      covert,
      times: [await timed(i, covert ? notes.covert : notes.ordinary), await timed(i, notes.ordinary)],
    };
    if (i >= warm) trials.push(trial);
    later.push(async () => trial.times.push(await timed(i, notes.ordinary)));
    await bot.advance("PT2S");
    if (later.length > lag) await later.shift()();
  }
  for (const last of later) await last();
  await bot.close();
}

const trials = [];
const inTurn = async (_, no) => {
  while (trials.length < wanted) {
    await round(trials, 21_000 + (process.pid % 300) * 10 + no);
    console.log(`${trials.length} of ${wanted} after ${(performance.now() / 1_000).toFixed(0)} s`);
  }
};
await Promise.all(Array.from({ length: programs }, inTurn));
sayHowWell(trials, kinds);
