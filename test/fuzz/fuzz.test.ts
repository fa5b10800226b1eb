import { request } from "../request";
import { School } from "../scenarios/school";
import { Chance } from "../simulation/chance";
import { Kept, type Sender } from "./kept";
import { Line } from "./line";
import { Mutations } from "./mutate";
import { record } from "./story";

/**
 * `npm run fuzz -- --count 100000 --seed 7`: as many as you like. What fails prints the body that did it. `npm test` sends some hundreds over HTTP,
 * and two thousand more to the bot itself (`door.test.ts`); CI sends five thousand each besides.
 */
const count = Number(process.env.COUNT ?? 400);
const seed = Number(process.env.SEED ?? 20261127);
/** Of them so many are wrong in their frame or at the wrong address, and get little further than the door. */
const atDoor = process.env.COUNT ? Math.floor(count / 4) : 200;
/** Of those that go further so many one by one, each with a look at what is kept. */
const looked = Math.ceil((count - atDoor) / 4);
const atOnce = 8;

describe(`${count} requests that Teams would not send, from seed ${seed}`, () => {
  let school: School;
  let kept: Kept;
  let line: Line;
  let mutations: Mutations;
  beforeAll(async () => {
    // Thousands of them in one second would be more than Teams takes answers to.
    school = await School.open({ clock: "goes" });
    kept = new Kept(school.program.folder);
    line = new Line(school.program.url);
    mutations = new Mutations(new Chance(seed), await record(school));
  });
  afterAll(async () => {
    line.close();
    kept.close();
    await school.close();
  });

  const sendAll = async (howMany: number, next: () => ReturnType<Mutations["next"]>) => {
    const failed: string[] = [];
    const statuses: Record<number, number> = {};
    await line.sendAll(howMany, next, atOnce, ({ method, path, body }, { status, text }) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500) failed.push(`${method} ${path}: ${status} ${text}: ${body.slice(0, 1_000)}`);
    });
    expect(failed).toEqual([]);
    return statuses;
  };

  it("are turned away at the door, and neither the clock nor what is kept moves", async () => {
    const [before, clock] = [kept.now(), await school.program.now()];
    const next = () => (mutations.isStray() ? mutations.astray() : mutations.atTheDoor());
    const statuses = await sendAll(atDoor, next);
    expect(kept.changedSince(before, { id: undefined, calls: false })).toEqual([]);
    expect(Number(await school.program.now()) - Number(clock)).toBeLessThan(600_000);
    const turnedAway = Object.entries(statuses).filter(([status]) => Number(status) >= 400);
    expect(turnedAway.reduce((sum, [, some]) => sum + some, 0)).toBeGreaterThan(atDoor / 2);
  }, 3_600_000);

  it("are answered, and never with a failure of the program", async () => {
    const statuses = await sendAll(count - atDoor - looked, () => mutations.next());
    expect(statuses[200]).toBeGreaterThan((count - atDoor - looked) / 4);
  }, 3_600_000);

  it("change nothing where they are refused, but that a sender who is out has been heard of, and a call for help (S4)", async () => {
    const wrong: string[] = [];
    let refused = 0;
    for (let i = 0; i < looked; i++) {
      const sent = mutations.next();
      const before = kept.now();
      const { status, text } = await line.send(sent);
      if (status < 400 && !/\.microsoft\.error|"id":"refusal"/.test(text)) continue;
      refused++;
      const changes = kept.changedSince(before, senderOf(sent.body));
      if (changes.length > 0) wrong.push(`${changes}\n${text.slice(0, 300)}\n${sent.body.slice(0, 1_000)}`);
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(looked / 4);
  }, 3_600_000);

  it("P10: leave nothing of pupil, place, reason, phone or code word in the log, in health or in what is refused as no activity", async () => {
    const body = JSON.stringify({ type: "message", text: request.pupil, from: { id: request.address } });
    const refused = await line.send({ method: "POST", path: "/api/messages", body });
    const health = await line.send({ method: "GET", path: "/api/health", body: "" });
    const secret = [
      request.pupil,
      "High Street",
      request.postcode,
      request.purpose,
      request.agreedHow,
      "7700 900",
      "green folder",
    ];
    const said = `${school.program.output} ${refused.text} ${health.text}`;
    expect([refused.status, secret.filter((one) => said.includes(one))]).toEqual([400, []]);
  });

  it("leave the program well: nothing thrown that nobody caught, and the alarm goes on, to everybody whom it is for, in their own chats alone (P5, S6)", async () => {
    expect((await line.send({ method: "GET", path: "/api/health", body: "" })).text).toBe("ok");
    expect(school.program.output).not.toMatch(/unhandled|uncaught|\n\s+at .*:\d+/i);
    const told = await school.told(/ALARM|alarm/, () => school.program.advance("PT10M"));
    // Whom it is for depends on what was pressed: an alarm is not told to those who have said that they are out.
    expect(told).not.toEqual([]);
    expect([kept.missed(), kept.strayed()]).toEqual([[], []]);
  }, 3_600_000);
});

function senderOf(body: string): Sender {
  try {
    const { from } = JSON.parse(body) as { from?: { aadObjectId?: string | null; id?: string } };
    return { id: from?.aadObjectId ?? from?.id?.replace(/^29:/, ""), calls: body.includes("green folder") };
  } catch {
    return { id: undefined, calls: false };
  }
}
