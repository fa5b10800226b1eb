import { Channel } from "../channel";
import type { Seat } from "../channel/seat";
import { Bench } from "./bench";
import { ANN, OFFICE, PRIYA } from "./people";

const SLT = "19:slt@thread.tacv2";
const GENERAL = "19:general@thread.tacv2";

/** On one machine a school may sit in front of several clients, each at an address of its own. */
describe("a channel that is open in another client than the one that spoke last", () => {
  let bench: Bench;
  let second: Channel;
  beforeEach(async () => {
    bench = await Bench.open();
    second = await Channel.open(bench.channel.bot);
    await speaks(second.person(ANN).in(second.room(OFFICE)));
    await speaks(bench.channel.person(PRIYA));
  });
  afterEach(async () => {
    await second.close().catch(() => undefined);
    await bench.close();
  });
  const speaks = (seat: Seat) => seat.send({ type: "typing" });
  const say = () => bench.bot.messenger.say("meadow", { channel: "office" }, "ALARM 3", { alert: true, mention: [] });

  it("gets its alarms there", async () => {
    bench.channel.room(OFFICE);
    await say();
    expect(second.room(OFFICE).texts).toEqual(["ALARM 3"]);
    expect(bench.channel.room(OFFICE).texts).toEqual([]);
  });

  it("gets them where somebody spoke last once that client is closed", async () => {
    bench.channel.room(OFFICE);
    await second.close();
    await say();
    expect(bench.channel.room(OFFICE).texts).toEqual(["ALARM 3"]);
  });

  it("gets them in the client that has its team, where nobody has spoken in it", async () => {
    for (const client of [bench.channel, second]) client.room(SLT);
    await second.person(ANN).in(second.room(GENERAL)).installs();
    await speaks(bench.channel.person(PRIYA));
    await bench.bot.messenger.say("meadow", { channel: "slt" }, "ALARM 4", { alert: true, mention: [] });
    expect(second.room(SLT).texts).toEqual(["ALARM 4"]);
  });
});
