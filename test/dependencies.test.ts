import { readFileSync } from "node:fs";
import { join } from "node:path";

type Package = {
  version?: string;
  integrity?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const read = (path: string): string => readFileSync(join(__dirname, "..", path), "utf8");
const own = JSON.parse(read("package.json")) as Package;
const locked = Object.entries(
  (JSON.parse(read("package-lock.json")) as { packages: Record<string, Package> }).packages,
);
const others = locked.filter(([place]) => place !== "");

describe("P13 dependencies", () => {
  it("have exact versions", () => {
    const all = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("are held to their content by the lockfile, wherever they are fetched from", () => {
    expect(others.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([place]) => place)).toEqual([]);
    expect(others.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  // A package for another system that the registry lacked is silently left out of the lockfile, and then `npm ci` refuses it.
  it("are locked for every system, not only for the one that wrote the lockfile", () => {
    const places = new Set(others.map(([place]) => place.replace(/^.*node_modules\//, "")));
    const missing = others.flatMap(([, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !places.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it("run no scripts when they are installed", () => {
    expect(read(".npmrc").split("\n")).toContain("ignore-scripts=true");
  });

  it("have a time within which they are replaced", () => {
    const [, times = ""] = read("docs/operate.md").match(/## Dependencies\n([^#]+)/) ?? [];
    expect(times.match(/within (\d+) days/g)).toEqual(["within 7 days", "within 30 days", "within 90 days"]);
  });
});
