import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { Hono } from "hono";

const root = dirname(findPackageJSON("..", __filename) ?? __dirname);
const page = join(root, "local/page/browser");
const compiled = join(root, "dist/local/page/browser");

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
};

const packaged = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

/** Libraries straight from their packages: nothing is bundled, nothing comes from elsewhere. */
const LIBRARIES: Record<string, string> = {
  "preact.js": require.resolve("preact"),
  "preact-hooks.js": require.resolve("preact/hooks"),
  "preact-jsx.js": require.resolve("preact/jsx-runtime"),
  "adaptivecards.js": packaged("adaptivecards", "dist/adaptivecards.min.js"),
  "markdown-it.js": packaged("markdown-it", "dist/browser/markdown-it.esm.min.mjs"),
};

export function assets(): Hono {
  const index = readFileSync(join(page, "index.html"), "utf8");
  const policy = contentPolicy(index);
  const app = new Hono();
  app.use("*", async (c, next) => {
    await next();
    c.header("content-security-policy", policy);
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    c.header("cache-control", "no-cache");
  });
  app.get("/", (c) => c.html(index));
  app.get("/:style{[a-z-]+\\.css}", (c) => file(join(page, c.req.param("style"))));
  app.get("/:module{[a-z-]+\\.js}", (c) => file(join(compiled, c.req.param("module"))));
  app.get("/lib/:library", (c) => file(LIBRARIES[c.req.param("library")]));
  return app;
}

function file(path: string | undefined): Response {
  try {
    if (!path) return new Response("Not found", { status: 404 });
    const type = path.endsWith(".css") ? TYPES.css : TYPES.js;
    return new Response(readFileSync(path), { headers: { "content-type": type ?? "" } });
  } catch {
    return new Response("Not found", { status: 404 });
  }
}

/** The import map is the one inline script; it is allowed by its hash, and nothing remote is. */
function contentPolicy(index: string): string {
  const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(index)?.[1] ?? "";
  const hash = createHash("sha256").update(map).digest("base64");
  const own = `default-src 'self'; script-src 'self' 'sha256-${hash}'; img-src 'self' data:`;
  return `${own}; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
