import { storeContract } from "../store/contract";
import { Memory, MemoryStore } from "./memory-store";

describe.each([false, true])("as text: %s;", (asText) => {
  storeContract("the memory of simulations", async () => {
    const memory = new Memory(asText);
    return {
      open: async () => new MemoryStore(memory),
      spoil: async (_school, id) => {
        const row = memory.rows.get(id);
        if (!row) throw new Error(`${id} is not there`);
        memory.rows.set(id, { ...row, document: undefined });
      },
      remove: async () => undefined,
    };
  });
});
