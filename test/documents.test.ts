import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const root = join(__dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const documents = [
  ...["README.md", "CONTRIBUTING.md", "bench/README.md", "local/page/README.md"],
  ...globSync("docs/**/*.md", { cwd: root, exclude: ["docs/gallery/**"] }),
].map((file) => ({ file, text: read(file) }));

/** Paths that stand for any other of their kind. */
const examples = ["docs/adr/NNNN-what-was-decided.md", "policies/NAME/policy.yaml"];

/** As GitHub names the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to).filter((to) => !/^[a-z]+:/.test(to));

function isThere(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : normalize(join(dirname(from), path));
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsIn(read(target)).includes(anchor);
}

describe("the documents", () => {
  it.each(documents)("link only to pages and headings that are there: $file", ({ file, text }) => {
    expect(linksIn(text).filter((link) => !isThere(file, link))).toEqual([]);
  });

  it.each(documents)("name only files that are there: $file", ({ file, text }) => {
    const paths = [...text.matchAll(/`([a-z][\w.-]*\/[\w./-]+\.(?:tsx?|m?js|mts|json|yaml|bicep|md))[`:]/g)];
    const missing = paths
      .map(([, path = ""]) => path)
      .filter(
        (path) =>
          !examples.includes(path) && ![path, join(dirname(file), path)].some((it) => existsSync(join(root, it))),
      );
    expect(missing).toEqual([]);
  });

  it.each(documents)("name only commands that there are: $file", ({ text }) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: object };
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !Object.keys(scripts).includes(name))).toEqual([]);
  });
});

describe("the decision records", () => {
  const records = documents.filter(({ file }) => /^docs\/adr\/\d{4}-/.test(file));

  it.each(records)("begin with their number, their date and whether they stand: $file", ({ file, text }) => {
    const [title = "", , status = ""] = text.split("\n");
    expect(title).toMatch(new RegExp(`^# ${Number(file.slice("docs/adr/".length, "docs/adr/".length + 4))}\\. `));
    expect(status).toMatch(/^\d{4}-\d\d-\d\d · (accepted|replaced)/);
  });

  it("are all on their page, by their title", () => {
    const page = read("docs/adr/README.md");
    const lines = records.map(({ file, text }) => {
      const [, no, title] = /^# (\d+)\. (.*)/.exec(text) ?? [];
      return `- ${no}. [${title}](${file.slice("docs/adr/".length)})`;
    });
    expect(lines.filter((line) => !page.includes(line))).toEqual([]);
  });
});
