// Judges one mutant after the other: which test fails with it, if any.
import { Worker } from "node:worker_threads";

/** Microseconds of processor time: with less between two looks nothing goes on but the looking itself. */
const stirs = 5_000;
const patient = { busy: 1_800_000, still: 600_000 };

/** A worker that has loaded the tests. */
function start(bundle) {
  const worker = new Worker(new URL("worker.mjs", import.meta.url), {
    workerData: { bundle },
    stdout: true,
    stderr: true,
  });
  /**
   * `within`: of the test that is told, so many milliseconds of processor time, however busy the machine is; and for so long it may stand still, which is
   * to wait for what never comes.
   */
  const answer = (within) =>
    new Promise((resolve) => {
      let begun;
      let last = 0;
      let movedAt = performance.now();
      let most = within();
      let telling;
      const look = async () => {
        const { user = 0, system = 0 } = await worker.cpuUsage().catch(() => ({}));
        const used = user + system;
        begun ??= used;
        if (used - last > stirs) movedAt = performance.now();
        last = used;
        const stands = performance.now() - movedAt > most.still;
        if (stands || used - begun > 1_000 * most.busy) done({ failed: telling ?? "no answer in time", over: true });
      };
      const timer = setInterval(look, 500);
      const done = (value) => {
        clearInterval(timer);
        resolve(value);
      };
      const hear = (value) => {
        if (!value.telling) return done(value);
        begun = undefined;
        movedAt = performance.now();
        telling = value.telling;
        most = within(telling);
      };
      worker.removeAllListeners();
      worker.on("message", hear);
      worker.once("error", (error) => done({ failed: telling ?? `it fell over: ${error.message}`, over: true }));
    });
  const ready = answer(() => patient);
  const ask = (message, within) => {
    const answered = answer(within);
    worker.postMessage(message);
    return answered;
  };
  return { ready, ask, end: () => worker.terminate() };
}

/** By what the test takes while nothing is changed: `ms` of a processor, `took` by the clock. */
const limits = ({ ms, took }) => ({ busy: 1_000 + 5 * ms, still: 2_000 + 5 * took });

export class Court {
  #bundle;
  #patience;
  #worker;
  /** The tests that pass as it is, each with what it comes by. */
  tests = [];
  ill = [];
  #noticed = new Map();
  /** Tests that failed for a mutant, and pass without it told among the same others. */
  #sure = new Set();
  spent = 0;

  /** `patience`: how long one mutant's tests may take, in ms. */
  constructor(bundle, patience) {
    this.#bundle = bundle;
    this.#patience = patience;
  }

  async open() {
    this.#worker = start(this.#bundle);
    const { failed } = await this.#worker.ready;
    if (failed) throw new Error(`The tests can't be loaded: ${failed}`);
  }

  async survey() {
    const { survey, failed } = await this.#worker.ask({ survey: true }, () => patient);
    if (!survey) throw new Error(`The tests can't be told: ${failed}`);
    this.ill = survey.filter(({ error }) => error);
    this.tests = survey
      .filter(({ error }) => !error)
      .map(({ seen, differ, early, ...test }) => ({
        ...test,
        seen: new Set(seen),
        differ: new Set(differ),
        early: new Set(early),
      }));
  }

  close = () => this.#worker.end();

  /** `of`: files of tests that are about the source it is in. `by`: the test that fails; without one, `how` it comes that none does. */
  async judge({ no, of }) {
    if (!this.tests.some(({ seen }) => seen.has(no))) return { how: "no test comes by" };
    const asked = this.tests.filter(({ differ }) => differ.has(no));
    if (asked.length === 0) return { how: "in no test does it make a difference" };
    const first = this.#affordable(this.#inOrder(asked, of));
    const by = (await this.#ask(no, first)) ?? (await this.#anew(no, asked));
    const test = this.tests.find(({ name }) => name === by);
    if (test && !(await this.#isSure(test, first))) return this.judge({ no, of });
    const which = first.length < asked.length ? `the ${first.length} likeliest of ${asked.length}` : asked.length;
    return by ? { by } : { how: `none of ${which} tests misses it` };
  }

  /** One that leans on what another has told before it fails without any mutant where that one is left out, and says nothing of any. */
  async #isSure(test, first) {
    if (this.#sure.has(test.id)) return true;
    const failed = await this.#ask(
      0,
      first.filter(({ file }) => file === test.file),
    );
    if (failed) this.#dismiss(this.tests.find(({ name }) => name === failed) ?? test);
    else this.#sure.add(test.id);
    return !failed;
  }

  #dismiss(test) {
    this.tests = this.tests.filter((other) => other !== test);
    this.ill.push({ name: test.name, error: "fails with no change at all where not every test of its file is told" });
  }

  /** Those first that are about this very source, then those that have noticed most for the time they take. */
  #inOrder(asked, of) {
    const worth = ({ id, ms, file }) => (of.has(file) ? 1_000 : 1) * ((1 + (this.#noticed.get(id) ?? 0)) / (2 + ms));
    return asked.toSorted((a, b) => worth(b) - worth(a));
  }

  #affordable(asked) {
    let spent = 0;
    const upTo = asked.findIndex(({ ms }) => {
      spent += ms;
      return spent > this.#patience;
    });
    return upTo < 0 ? asked : asked.slice(0, Math.max(1, upTo));
  }

  /** What had been told before its first test may have hidden it. */
  #anew(no, asked) {
    const files = [...new Set(asked.filter(({ early }) => early.has(no)).map(({ file }) => file))];
    return files.length > 0
      ? this.#ask(
          no,
          asked.filter(({ file }) => files.includes(file)),
          files,
        )
      : undefined;
  }

  async #ask(no, asked, anew) {
    const all = { ms: Math.max(...asked.map(({ ms }) => ms)), took: Math.max(...asked.map(({ took }) => took)) };
    const within = (name) => limits(asked.find((test) => test.name === name) ?? all);
    const { failed, over, cpu } = await this.#worker.ask({ no, wanted: asked.map(({ id }) => id), anew }, within);
    this.spent += cpu ?? within().busy;
    const test = failed && asked.find(({ name }) => name === failed);
    if (test) this.#noticed.set(test.id, (this.#noticed.get(test.id) ?? 0) + 1);
    if (over) {
      await this.#worker.end();
      await this.open();
    }
    return failed;
  }
}
