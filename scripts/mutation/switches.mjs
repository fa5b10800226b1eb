// A source text in which each mutant can be switched on, and, while none is, shows whether it would have made a difference.

/**
 * `mutation.on` says by its number which one runs. While `mutation.asking`, `look` gets the value of each place and what every mutant of it
 * would make of it, or nothing where that can't be worked out beside it.
 */
export function withSwitches(code, mutants) {
  const places = new Map();
  for (const mutant of mutants) {
    const key = `${mutant.start} ${mutant.end}`;
    places.set(key, [...(places.get(key) ?? []), mutant]);
  }
  const sorted = [...places.values()].sort(([a], [b]) => a.start - b.start || b.end - a.end);
  let next = 0;
  const write = (from, to) => {
    let out = "";
    let at = from;
    while (next < sorted.length && sorted[next][0].start < to) {
      const here = sorted[next++];
      const [{ start, end, no: first }] = here;
      const inner = write(start, end);
      const switches = here.map(({ no, instead }) => `mutation_.on===${no}?(mutation_.tire(),${instead}):`).join("");
      const others = here.map(({ no, instead, pure }) => `${no},${pure ? `()=>(${instead})` : 0}`).join(",");
      const value = `value_${first}`;
      out += `${code.slice(at, start)}(${switches}(${value}=${inner},mutation_.asking?mutation_.look(${value},[${others}]):${value}))`;
      at = end;
    }
    return out + code.slice(at, to);
  };
  const text = write(0, code.length);
  const values = sorted.map(([{ no }]) => `let value_${no}: any;`).join("");
  return `const mutation_ = (globalThis as any).mutation;${values}\n${text}`;
}
