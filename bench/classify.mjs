// How well the time of an answer tells two kinds apart. 0.5 is a guess, 1 is certainty.

/** Area under the ROC curve: how often a time of `a` is longer than one of `b`, of all pairs (half where they are alike). */
export function auc(a, b) {
  const sorted = b.toSorted((x, y) => x - y);
  const below = (time, orAlike) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const mid = (from + to) >> 1;
      if (sorted[mid] < time || (orAlike && sorted[mid] === time)) from = mid + 1;
      else to = mid;
    }
    return from;
  };
  return a.reduce((sum, time) => sum + (below(time, false) + below(time, true)) / 2, 0) / (a.length * b.length);
}

/** Half of the 95 % confidence interval (Hanley and McNeil 1982). */
export function spread(area, m, n) {
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)];
  const variance = (area * (1 - area) + (m - 1) * (q1 - area * area) + (n - 1) * (q2 - area * area)) / (m * n);
  return 1.96 * Math.sqrt(Math.max(variance, 0));
}

const bins = 12;

/**
 * Not only longer or shorter: a classifier that learns from one half how often each kind takes how long, and says of the other half
 * which kind each is, by all its times together. Each trial is `{ covert, times }`. Gives the area under its ROC curve, both ways round.
 */
export function learned(trials) {
  const halves = [trials.filter((_, i) => i % 2 === 0), trials.filter((_, i) => i % 2 === 1)];
  const scored = [score(halves[0], halves[1]), score(halves[1], halves[0])].flat();
  const of = (covert) => scored.filter((one) => one.covert === covert).map(({ evidence }) => evidence);
  return auc(of(true), of(false));
}

function score(known, asked) {
  const features = known[0].times.map((_, i) => {
    const sorted = known.map(({ times }) => times[i]).toSorted((x, y) => x - y);
    const edges = Array.from({ length: bins - 1 }, (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins)]);
    const binOf = (time) => edges.findIndex((edge) => time < edge) >>> 0;
    const counts = [true, false].map((kind) => {
      const all = new Map();
      const some = known.filter(({ covert }) => covert === kind);
      for (const { times } of some) all.set(binOf(times[i]), (all.get(binOf(times[i])) ?? 0) + 1);
      return (bin) => Math.log(((all.get(bin) ?? 0) + 1) / (some.length + bins));
    });
    return (time) => counts[0](binOf(time)) - counts[1](binOf(time));
  });
  return asked.map(({ covert, times }) => ({
    covert,
    evidence: times.reduce((sum, time, i) => sum + features[i](time), 0),
  }));
}

/** One line for each answer of a trial, and one for all together. */
export function sayHowWell(trials, kinds) {
  const [covert, ordinary] = [true, false].map((kind) => trials.filter((trial) => trial.covert === kind));
  const say = (area) => `AUC ${area.toFixed(3)} ± ${spread(area, covert.length, ordinary.length).toFixed(3)}`;
  const middle = (all) => all.toSorted((x, y) => x - y)[Math.floor(all.length / 2)];
  console.log(`${covert.length} covert calls and ${ordinary.length} ordinary check-ins:`);
  for (const [i, kind] of kinds.entries()) {
    const [a, b] = [covert, ordinary].map((some) => some.map(({ times }) => times[i]));
    console.log(
      `${kind}: ${say(auc(a, b))}; medians ${middle(a).toFixed(2)} ms covert, ${middle(b).toFixed(2)} ms ordinary`,
    );
  }
  console.log(`by all of them together, learned from one half and asked of the other: ${say(learned(trials))}`);
}
