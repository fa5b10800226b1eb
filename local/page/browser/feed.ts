import { useEffect, useReducer } from "preact/hooks";
import type { FeedEvents } from "../shown.js";
import { type Change, reduce, type State } from "./state.js";

const NAMES: (keyof FeedEvents)[] = ["snapshot", "message", "view", "typing", "read", "clock", "faults", "botAnswers"];

/** Follows the server's feed. The browser reconnects by itself, and every connection begins with a whole snapshot. */
export function useFeed(): State | undefined {
  const [state, tell] = useReducer<State | undefined, Change>(reduce, undefined);
  useEffect(() => {
    const source = new EventSource("/page/feed");
    for (const name of NAMES) {
      source.addEventListener(name, ({ data }) => tell({ name, event: JSON.parse(data) } as Change));
    }
    source.onerror = () => tell({ name: "connected", event: false });
    return () => source.close();
  }, []);
  return state;
}
