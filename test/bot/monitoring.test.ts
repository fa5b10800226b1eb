import type { Monitoring } from "../../visits/sight/monitoring";
import { monitoring as words } from "../../words/en-gb/monitoring";
import { helen } from "../people";
import { Bench, sight } from "./bench";
import { ANN, OFFICE, PRIYA } from "./people";

describe("monitoring in chat", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());
  const figures = { visits: 7 } as Monitoring;
  const asked = () => bench.script.asked.map(([name]) => name);

  it.each(["monitoring", "Show me the monitoring, please", "report"])(
    "opens on %j for whoever it is for",
    async (say) => {
      bench.script.answers = { monitoring: async () => figures };
      const ann = bench.channel.person(ANN);
      await ann.says(say);
      await ann.sees("monitoring of 7");
    },
  );

  it("says to others that it is not theirs, and opens in no channel", async () => {
    const priya = bench.channel.person(PRIYA);
    await priya.says("monitoring");
    await priya.sees(words.notYours);
    bench.script.answers = { monitoring: async () => figures };
    const there = bench.channel.person(ANN).in(bench.channel.room(OFFICE));
    await there.says("monitoring");
    expect(asked().filter((name) => name === "monitoring")).toHaveLength(1);
  });

  it.each([
    ["Priya, who only goes on visits,", PRIYA, "what I can do"],
    ["Ann, who answers alarms,", ANN, "what I can do, othersOut, codeWord"],
    ["Helen, who answers for the policy,", helen.id, "what I can do, monitoring"],
  ])("%s is told of what they may write, and of nothing that would be refused", async (_, id, list) => {
    await bench.channel.person(id).says("help");
    expect(JSON.stringify(await bench.channel.person(id).sees("what I can do"))).toContain(`"${list}"`);
  });

  it("S4: is contact and nothing else from somebody who is out", async () => {
    bench.script.answers = {
      hear: async () => ({ checkedIn: sight({ phase: "out" }) }),
      monitoring: async () => figures,
    };
    await bench.channel.person(PRIYA).says("report");
    expect(asked()).toEqual(["hear"]);
  });
});
