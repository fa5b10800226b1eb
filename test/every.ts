/**
 * One rule that holds for each of many things, as one test: whatever breaks it is named, and the rest is looked at all the same.
 * A test for each of them would cost more than looking does.
 */
export function every<T extends readonly unknown[]>(
  things: readonly (readonly [name: string, ...T])[],
  rule: string,
  look: (...thing: T) => void,
): void {
  it(`${rule} (each of ${things.length})`, () => {
    const broken = things.flatMap(([name, ...thing]) => {
      try {
        look(...thing);
        return [];
      } catch (error) {
        return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
    if (broken.length > 0) throw new Error(broken.join("\n\n"));
    expect(things).not.toEqual([]);
  });
}

/** `expect(found).toEqual([])`, which takes longer than most looks do, for what is looked at a thousand times and nearly always right. */
export function none(found: readonly unknown[]): void {
  if (found.length > 0) expect(found).toEqual([]);
}
