import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { unzipSync } from "fflate";
import { wordsIn } from "../../bot/chat-words";

const root = join(__dirname, "../..");
const id = "33333333-3333-3333-3333-333333333333";
const folder = mkdtempSync(join(tmpdir(), "homeward-manifest-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Manifest = {
  manifestVersion: string;
  id: string;
  icons: { color: string; outline: string };
  validDomains: string[];
  bots: { botId: string; scopes: string[]; commandLists: { scopes: string[]; commands: { title: string }[] }[] }[];
};

const run = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/package.mjs", ...args], { cwd: root, encoding: "utf8" });

const made = new Map<string, ReturnType<typeof pack>>();

/** What the command makes of these arguments; each is made once. */
function packed(...more: string[]): ReturnType<typeof pack> {
  const known = made.get(more.join(" ")) ?? pack(...more);
  made.set(more.join(" "), known);
  return known;
}

function pack(...more: string[]): { files: Record<string, Uint8Array>; manifest: Manifest } {
  const out = join(folder, "teams.zip");
  const ran = run("--id", id, "--domain", "homeward-meadow.azurewebsites.net", "--out", out, ...more);
  if (ran.status !== 0) throw new Error(ran.stderr);
  const files = unzipSync(readFileSync(out));
  return { files, manifest: JSON.parse(Buffer.from(files["manifest.json"] ?? []).toString()) };
}

describe("the app package for Teams", () => {
  it("is what Microsoft's own schema of its version asks for", () => {
    const { manifest } = packed("--developer", 'St "Mary" \\ Trust', "--website", "https://example.org/a");
    const schemas = join(root, "node_modules/@microsoft/app-manifest/build/json-schemas/teams");
    const schema = JSON.parse(
      readFileSync(join(schemas, `v${manifest.manifestVersion}`, "MicrosoftTeams.schema.json"), "utf8"),
    );
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const valid = ajv.compile(schema);
    expect(valid(manifest) ? [] : valid.errors).toEqual([]);
    expect(valid({ ...manifest, bots: [{ ...manifest.bots[0], scopes: ["everywhere"] }] })).toBe(false);
    expect(Number(manifest.manifestVersion)).toBeGreaterThanOrEqual(1.16);
  });

  it("holds the manifest and two icons, and nothing else", () => {
    const { files, manifest } = packed();
    expect(Object.keys(files).toSorted()).toEqual(["colour.png", "manifest.json", "outline.png"]);
    expect(Object.values(manifest.icons).toSorted()).toEqual(["colour.png", "outline.png"]);
    expect(JSON.stringify(manifest)).not.toContain("${");
  });

  it("names the bot and its domain, and no other", () => {
    const bot = "44444444-4444-4444-4444-444444444444";
    const { manifest } = packed("--bot", bot);
    expect([manifest.id, manifest.bots[0]?.botId]).toEqual([id, bot]);
    expect(packed().manifest.bots[0]?.botId).toBe(id);
    expect(manifest.validDomains).toEqual(["homeward-meadow.azurewebsites.net"]);
  });

  it("offers only what the bot understands, in the scopes that it is installed in", () => {
    const [bot] = packed().manifest.bots;
    const lists = bot?.commandLists ?? [];
    expect(lists.flatMap(({ scopes }) => scopes).toSorted()).toEqual(bot?.scopes.toSorted());
    for (const { title } of lists.flatMap(({ commands }) => commands)) expect(wordsIn(title)).not.toEqual([]);
    expect(wordsIn("good morning")).toEqual([]);
  });

  it("is the same file for the same content", () => {
    expect(pack().files).toEqual(packed().files);
  });

  it("says everything that is wrong with what it was given, and writes nothing", () => {
    const ran = run("--id", "me", "--domain", "https://x", "--website", "http://x.org");
    expect(ran.status).toBe(1);
    expect(
      ran.stderr
        .trim()
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual(["--id", "--bot", "--domain", "--website"]);
    expect(ran.stdout).toBe("");
  });
});

describe("the icons", () => {
  it("are PNGs of the sizes that Teams asks for", () => {
    const { files } = packed();
    expect(pixelsOf(files["colour.png"]).size).toEqual([192, 192]);
    expect(pixelsOf(files["outline.png"]).size).toEqual([32, 32]);
  });

  it("are full, and white on nothing", () => {
    const { files } = packed();
    const colour = pixelsOf(files["colour.png"]).pixels;
    expect(colour.every(([, , , alpha = 255]) => alpha === 255)).toBe(true);
    const outline = pixelsOf(files["outline.png"]).pixels;
    expect(outline.filter(([, , , alpha]) => alpha === 255).length).toBeGreaterThan(60);
    expect(
      outline.every(([red, green, blue, alpha]) => alpha === 0 || Math.min(red ?? 0, green ?? 0, blue ?? 0) > 250),
    ).toBe(true);
  });
});

/** Of a PNG with eight bits a channel, colour type 2 or 6, as Chromium writes them. */
function pixelsOf(file: Uint8Array | undefined): { size: [number, number]; pixels: number[][] } {
  const png = Buffer.from(file ?? []);
  const size: [number, number] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const rows = unfiltered(inflateSync(dataOf(png)), size, channels);
  const pixels = rows.flatMap((row) =>
    Array.from({ length: size[0] }, (_, x) => [...row.subarray(x * channels, (x + 1) * channels)]),
  );
  return { size, pixels };
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(parts);
}

function unfiltered(raw: Buffer, [width, height]: [number, number], channels: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (width * channels + 1);
    const row = Buffer.from(raw.subarray(start + 1, start + 1 + width * channels));
    const above = rows[y - 1] ?? Buffer.alloc(row.length);
    for (let i = 0; i < row.length; i++)
      row[i] = (row[i] as number) + predicted(raw[start] ?? 0, i, row, above, channels);
    rows.push(row);
  }
  return rows;
}

function predicted(filter: number, i: number, row: Buffer, above: Buffer, channels: number): number {
  const [left, up, corner] = [row[i - channels] ?? 0, above[i] ?? 0, above[i - channels] ?? 0];
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byUp, byCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
