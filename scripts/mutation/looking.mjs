// What the changed text speaks to while tests run: which mutant is on, and what each would have changed.
import { isDeepStrictEqual } from "node:util";

const same = (a, b) => Object.is(a, b) || (typeof a === "object" && typeof b === "object" && isDeepStrictEqual(a, b));
/** A mutant that is asked so often in one test is in a loop without end. */
const tired = 1_000_000;

/** A WeakMap that can be emptied. */
class Emptied {
  #map = new WeakMap();
  get = (key) => this.#map.get(key);
  has = (key) => this.#map.has(key);
  delete = (key) => this.#map.delete(key);
  set = (key, value) => {
    this.#map.set(key, value);
    return this;
  };
  clear() {
    this.#map = new WeakMap();
  }
}

export class Mutation {
  on = 0;
  asking = false;
  /** Hears of each test before it is told. */
  telling = () => undefined;
  /** Numbers of the mutants that a test comes by, and of those that would have given another value there. */
  seen = new Set();
  differ = new Set();
  #times = 0;
  #kept = [];

  look(value, others) {
    for (let i = 0; i < others.length; i += 2) {
      this.seen.add(others[i]);
      if (!this.differ.has(others[i]) && this.#differs(value, others[i + 1])) this.differ.add(others[i]);
    }
    return value;
  }

  #differs(value, instead) {
    if (!instead) return true;
    this.asking = false;
    try {
      return !same(value, instead());
    } catch {
      return true;
    } finally {
      this.asking = true;
    }
  }

  tire() {
    if (++this.#times > tired) throw new Error("no end in sight");
  }

  kept(made) {
    const map = made instanceof WeakMap ? new Emptied() : made;
    this.#kept.push(new WeakRef(map));
    return map;
  }

  /** Before each test that has to see the mutant at work, everything is told anew. */
  forget() {
    this.#kept = this.#kept.filter((ref) => ref.deref()?.clear() ?? ref.deref());
    this.#times = 0;
  }

  /** What `tell` comes by, beside what has been come by before. */
  async during(tell) {
    const { seen, differ } = this;
    Object.assign(this, { seen: new Set(), differ: new Set() });
    try {
      return [await tell(), this.seen, this.differ];
    } finally {
      Object.assign(this, { seen, differ });
    }
  }
}
