import { reachableIn } from "../../engine/reachable";
import { ann, helen, roster, tenant } from "../people";
import { closeWorlds, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(closeWorlds);

const reached = async () => [...(await reachableIn({ store: w.store }, roster))];
const channels = async () => (await reached()).filter((way) => way.startsWith("channel:")).sort();
const knows = (id: string, more: object = {}) => w.store.put("conversation", id, { seenAt: w.clock.at, ...more });

describe("S6: a channel counts as reachable", () => {
  it("not because it is set up", async () => {
    expect(await channels()).toEqual([]);
  });

  it("once somebody has written there, or a post has gone through", async () => {
    await knows("meadow/slt");
    await knows("live/meadow/office");
    expect(await channels()).toEqual(["channel:office", "channel:slt"]);
  });

  it("where the bot is in a team, until the channel says no", async () => {
    await knows(`teams/${tenant}`);
    await knows("meadow/slt", { unreachable: w.clock.at });
    expect(await channels()).toEqual(["channel:office"]);
  });
});

it("S6: a person counts as reachable once they have written to the bot, until a message to them can't be brought", async () => {
  expect(await reached()).toEqual([]);
  await knows(ann.id);
  await knows(helen.id);
  expect(await reached()).toEqual([ann.id, helen.id]);
  await knows(ann.id, { unreachable: w.clock.at });
  expect(await reached()).toEqual([helen.id]);
});
