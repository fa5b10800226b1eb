import { connect } from "../../store/cosmos/connect";
import { databaseName, visits } from "../../store/cosmos/containers";
import { idOf, keyOf } from "../../store/cosmos/keys";
import type { VisitItem } from "../../store/cosmos/visit-item";
import { type Place, storeContract } from "./contract";
import { CosmosServer } from "./cosmos-server";

async function make(): Promise<Place> {
  const server = await CosmosServer.open();
  return {
    open: () => server.store(),
    spoil: async (school, id, how) => {
      const client = await connect({ endpoint: server.url, key: server.key });
      const item = client.database(databaseName).container(visits.id).item(keyOf(id), school);
      const { resource } = await item.read<VisitItem>();
      if (!resource) throw new Error(`${id} is not there`);
      const whole = { ...JSON.parse(resource.text), visit: { phase: 7 } };
      await item.replace({ ...resource, text: how === "cut off" ? resource.text.slice(0, 40) : JSON.stringify(whole) });
      client.dispose();
    },
    remove: () => server.close(),
  };
}

storeContract("Cosmos DB", make);

it.each(["meadow.abc", "school/channel", "a b?c#d\\e", "100%~7E", "19:x@thread.tacv2"])(
  "an id such as %s has a key that Cosmos DB takes, and comes back from it",
  (id) => {
    expect(keyOf(id)).not.toMatch(/[/\\?#%]/);
    expect(idOf(keyOf(id))).toBe(id);
  },
);
