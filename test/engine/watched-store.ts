import type { Store } from "../../engine/ports";

type Call = { method: string; args: readonly unknown[] };
/** Runs before a call of the store, to get in between. */
export type Between = (call: Call) => Promise<void> | void;

/** A real store whose calls are written down, in order. */
export function watched(store: Store, calls: Call[], between: { now?: Between } = {}): Store {
  return new Proxy(store, {
    get(target, method: string) {
      const original = target[method as keyof Store];
      if (typeof original !== "function") return original;
      return async (...args: unknown[]) => {
        calls.push({ method, args });
        await between.now?.({ method, args });
        return (original as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}

/** `seen` with its `ready`, which answers at once, unlike all else of a store. */
export const readyAtOnce = (store: Store, seen: Store): Store =>
  new Proxy(seen, {
    get: (target, name: keyof Store) => (name === "ready" ? store.ready?.bind(store) : target[name]),
  });
