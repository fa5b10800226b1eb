import { request, School } from "../scenarios/school";
import { Chance } from "../simulation/chance";
import { Kept } from "./kept";
import { Mutations } from "./mutate";
import { record } from "./story";

/** `npm run fuzz -- --count 100000 --seed 7`: as many as you like. What fails prints the body that did it. */
const count = Number(process.env.COUNT ?? 400);
const seed = Number(process.env.SEED ?? 20261127);
/** Of them so many one by one, each with a look at what is kept. */
const looked = Math.ceil(count / 4);
const atOnce = 8;

describe(`${count} activities that Teams would not send, from seed ${seed}`, () => {
  let school: School;
  let kept: Kept;
  let mutations: Mutations;
  beforeAll(async () => {
    school = await School.open({ ownProcess: count > 10_000 });
    kept = new Kept(school.program.folder);
    mutations = new Mutations(new Chance(seed), await record(school));
  });
  afterAll(async () => {
    kept.close();
    await school.close();
  });

  const send = async (body: string) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${school.program.url}/api/messages`, { method: "POST", headers, body });
    return { status: answer.status, text: await answer.text() };
  };

  it("are answered, and never with a failure of the program", async () => {
    const failed: string[] = [];
    let left = count - looked;
    const worker = async () => {
      while (left-- > 0) {
        const body = mutations.next();
        const { status, text } = await send(body);
        if (status >= 500) failed.push(`${status} ${text}: ${body.slice(0, 1_000)}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    expect(failed).toEqual([]);
  }, 3_600_000);

  it("change nothing where they are refused, but that whoever is out has been heard of (S4)", async () => {
    const wrong: string[] = [];
    let refused = 0;
    for (let i = 0; i < looked; i++) {
      const body = mutations.next();
      const before = kept.visits();
      const { status, text } = await send(body);
      if (status < 400 && !/vnd\.microsoft\.error|"id":"refusal"/.test(text)) continue;
      refused++;
      const changes = kept.changedSince(before);
      if (changes.length > 0) wrong.push(`${changes}\n${text.slice(0, 300)}\n${body.slice(0, 1_000)}`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(looked / 4);
  }, 3_600_000);

  it("P10: leave nothing of pupil, place, reason, phone or code word in the log, in health or in what is refused as no activity", async () => {
    const refused = await send(JSON.stringify({ type: "message", text: request.pupil, from: { id: request.address } }));
    const health = await (await fetch(`${school.program.url}/api/health`)).text();
    const secret = [
      request.pupil,
      "High Street",
      request.postcode,
      request.purpose,
      request.agreedHow,
      "7700 900",
      "green folder",
    ];
    const said = `${school.program.output} ${refused.text} ${health}`;
    expect([refused.status, secret.filter((one) => said.includes(one))]).toEqual([400, []]);
  });

  it("leave the program well: nothing thrown that nobody caught, and the alarm goes on", async () => {
    expect(await (await fetch(`${school.program.url}/api/health`)).text()).toBe("ok");
    expect(school.program.output).not.toMatch(/unhandled|uncaught|\n\s+at .*:\d+/i);
    const told = await school.told(/ALARM|alarm/, () => school.program.advance("PT30M"));
    expect(told).toContain("helen");
  }, 3_600_000);
});
