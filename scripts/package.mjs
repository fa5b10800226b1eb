// Writes the app package that is uploaded to Teams.
// `npm run package -- --id APP_ID --domain HOST [--bot BOT_ID] [--developer NAME] [--website URL] [--privacy URL] [--terms URL] [--out FILE]`
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = (file) => readFileSync(join(root, file));
const text = { type: "string" };
const options = {
  id: text,
  domain: text,
  bot: text,
  developer: text,
  website: text,
  privacy: text,
  terms: text,
  out: text,
};

const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const host = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Everything that is wrong at once. */
function problems({ id = "", bot = id, domain = "", ...given }) {
  const urls = ["website", "privacy", "terms"].filter((name) => given[name] && !/^https:\/\/\S+$/.test(given[name]));
  return [
    ...(guid.test(id) ? [] : ["--id: must be an id such as 00000000-0000-0000-0000-000000000000"]),
    ...(guid.test(bot) ? [] : ["--bot: must be the bot's app id; it is that of --id unless you say otherwise"]),
    ...(host.test(domain) ? [] : ["--domain: must be the host name of the function app, without https://"]),
    ...((given.developer ?? "").length > 32 ? ["--developer: may have 32 characters at most"] : []),
    ...urls.map((name) => `--${name}: must be an https address`),
  ];
}

function fill({ id, bot = id, domain, developer = "Homeward", website = `https://${domain}`, ...given }) {
  const { version } = JSON.parse(read("package.json").toString());
  const values = {
    VERSION: version,
    APP_ID: id,
    BOT_ID: bot,
    DOMAIN: domain,
    DEVELOPER: developer,
    WEBSITE: website,
    PRIVACY: given.privacy ?? website,
    TERMS: given.terms ?? website,
  };
  const quoted = (name) => JSON.stringify(values[name]).slice(1, -1);
  return read("manifest/manifest.json")
    .toString()
    .replace(/\$\{(\w+)\}/g, (_, name) => quoted(name));
}

const { values } = parseArgs({ options });
const wrong = problems(values);
if (wrong.length > 0) {
  for (const line of wrong) console.error(line);
  process.exit(1);
}
const out = resolve(values.out ?? join(root, "dist/homeward-teams.zip"));
mkdirSync(dirname(out), { recursive: true });
const files = {
  "manifest.json": Buffer.from(fill(values)),
  "colour.png": read("manifest/icons/colour.png"),
  "outline.png": read("manifest/icons/outline.png"),
};
// The same content gives the same file.
writeFileSync(out, zipSync(files, { mtime: new Date("2026-01-01T00:00:00") }));
console.log(out);
