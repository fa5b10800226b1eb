import { storeContract } from "../store/contract";
import { Memory, MemoryStore } from "./memory-store";

storeContract("the memory of simulations", async () => {
  const memory = new Memory();
  return {
    open: async () => new MemoryStore(memory),
    spoil: async (_school, id, how) => {
      const row = memory.rows.get(id);
      if (!row) throw new Error(`${id} is not there`);
      const text = how === "cut off" ? row.text.slice(0, -20) : row.text.replace('"shape":1', '"shape":99');
      memory.rows.set(id, { ...row, text });
    },
    remove: async () => undefined,
  };
});
