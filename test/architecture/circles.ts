import { posix } from "node:path";

/** Which of these files each of them imports, types among it. */
export function importsAmong(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const importsOf = (path: string, code: string) =>
    [...code.matchAll(/\bfrom "(\.[^"]+)"/g)].flatMap(([, from = ""]) => {
      const target = posix.join(posix.dirname(path), from);
      return [`${target}.ts`, `${target}.tsx`, target].filter((file) => files.has(file)).slice(0, 1);
    });
  return new Map([...files].map(([path, code]) => [path, importsOf(path, code)]));
}

/** The first circle of files that import each other, with its beginning again at its end; nothing where there is none. */
export function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const from = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = from(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = from(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
