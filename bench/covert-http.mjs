// Whether the time that an answer takes tells a covert call from an ordinary check-in, of the real program over HTTP: each from somebody
// else who is out, ordinary or covert by chance. Three answers of each: to the call itself, to a check-in right after it, while the school is
// being told, and to one a few people later, when it has been told. With the beat on which answers come in earnest (S4), or another: 0 for none.
import { openBot } from "./bot.mjs";
import { sayHowWell } from "./classify.mjs";
import { CODE } from "./trust.mjs";

const wanted = Number(process.argv[2] ?? 600);
const aRound = Number(process.argv[3] ?? 60);
const beat = process.argv[4] ?? "100";
const warm = 4;
const lag = 4;
const kinds = ["the call itself", "a check-in right after it", "a check-in when it has been told"];
const notes = { ordinary: "All fine, the brown folder is here", covert: `All fine, the ${CODE} is here` };

async function round(trials) {
  const bot = await openBot(aRound, { ANSWER_BEAT: beat });
  const visits = [];
  for (let i = 0; i < aRound; i++) {
    const [, visit] = /"visit":"([^"]+)"/.exec(await bot.press(bot.visitor(i), "reportOut", { card: "visit" })) ?? [];
    visits.push(visit);
    if (i % 5 === 4) await bot.advance("PT1S");
  }
  await bot.advance("PT1M");
  const timed = async (i, note) => {
    const began = performance.now();
    const said = await bot.press(bot.visitor(i), "checkIn", { visit: visits[i], note, card: "visit" });
    const took = performance.now() - began;
    if (!said.includes("AdaptiveCard")) throw new Error(said);
    return took;
  };
  const later = [];
  for (let i = 0; i < aRound; i++) {
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
while (trials.length < wanted) await round(trials);
sayHowWell(trials, kinds);
