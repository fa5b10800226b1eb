import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { environment, notInAzure } from "../../functions/settings";
import { readDelivery } from "../../phone/received";
import { databaseName, documents, visits } from "../../store/cosmos/containers";
import { tableName } from "../../store/erasures/erasures-table";
import { Bicep, bracketed, keysOf } from "./bicep";

const root = join(__dirname, "../..");
const files = globSync("infra/**/*.bicep", { cwd: root }).map((file) => new Bicep(join(root, file)));
const named = (name: string): Bicep => {
  const found = files.find(({ file }) => file.endsWith(`/${name}.bicep`));
  if (!found) throw new Error(`${name}.bicep is not there`);
  return found;
};
const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("every Bicep file", () => {
  it("gives each module what it needs, and nothing that it doesn't know", () => {
    const calls = files.flatMap((bicep) =>
      bicep.modules.map((module) => ({ ...module, of: new Bicep(join(dirname(bicep.file), module.file)) })),
    );
    expect(calls.length).toBeGreaterThan(6);
    for (const { params, of } of calls) {
      expect(of.required.filter((name) => !params.includes(name))).toEqual([]);
      expect(params.filter((name) => !of.params.includes(name))).toEqual([]);
    }
  });

  it("takes from a module only what that puts out", () => {
    for (const bicep of files)
      for (const { symbol, file } of bicep.modules) {
        const outputs = new Bicep(join(dirname(bicep.file), file)).outputs;
        const taken = [...bicep.code.matchAll(new RegExp(`\\b${symbol}\\.outputs\\.(\\w+)`, "g"))].map(
          ([, name]) => name,
        );
        expect(taken.filter((name) => !outputs.includes(name as string))).toEqual([]);
      }
  });

  it("names each resource by a type and the day of its interface", () => {
    const types = files
      .flatMap(({ resources }) => resources.map(({ type }) => type))
      .filter((type) => type.includes("."));
    expect(types.length).toBeGreaterThan(15);
    for (const type of types) expect(type).toMatch(/^Microsoft\.\w+(\/\w+)+@20\d\d-\d\d-\d\d$/);
    const days = Map.groupBy(
      types.map((type) => type.split("@")),
      ([type]) => type,
    );
    expect([...days.values()].filter((all) => new Set(all.map(([, day]) => day)).size > 1)).toEqual([]);
  });

  it("gives each role by the id that Azure has for its name", () => {
    const given = files.flatMap(({ text }) => [
      ...text.matchAll(/^\/\/ ([A-Z][\w ]+): .*\nvar \w+ = '([0-9a-f-]{36})'/gm),
    ]);
    expect(Object.fromEntries(given.map(([, name, id]) => [name, id]))).toEqual({
      "Communication and Email Service Owner": "09976791-48a7-449e-bb21-39d1a415f350",
      "Monitoring Metrics Publisher": "3913510d-42f4-4e42-8a64-420c390055eb",
      "Storage Blob Data Owner": "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
      "Storage Table Data Contributor": "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
    });
    const assigned = files.flatMap(({ text }) => [...text.matchAll(/roleDefinitions', (\w+)\)/g)]);
    expect(assigned).toHaveLength(given.length);
  });
});

describe("the parameters of a deployment", () => {
  it("are given by azd where they must be, and known where they are given", () => {
    const given = Object.keys((JSON.parse(read("infra/main.parameters.json")) as { parameters: object }).parameters);
    const main = named("main");
    expect(given.filter((name) => !main.params.includes(name))).toEqual([]);
    expect(main.required.filter((name) => !given.includes(name))).toEqual([]);
  });

  it("are those that the guides tell people to set, and the build takes the rest", () => {
    const taken = read("infra/main.parameters.json") + read("azure.yaml");
    const guides = read("docs/deploy.md") + read("docs/operate.md");
    const told = [...guides.matchAll(/azd env set (?:-- )?([A-Z_]+)/g)].map(([, name]) => String(name));
    expect(told).toEqual(expect.arrayContaining(["SWEEP_AUDIENCE", "SCHOOLS_FILE", "RESTORED", "INSTANCE_MEMORY"]));
    expect(told.filter((name) => !taken.includes(name))).toEqual([]);
    const outputs = [...named("main").text.matchAll(/^output (\w+)/gm)].map(([, name]) => name);
    const asked = [...guides.matchAll(/azd env get-value (\w+)/g)].map(([, name]) => name);
    expect(asked).toEqual(["BOT_ID", "BOT_DOMAIN"]);
    expect(outputs).toEqual(expect.arrayContaining(asked));
  });

  it("give azd no value that begins with a dash, which it takes for an option", () => {
    const guides = read("docs/deploy.md") + read("docs/operate.md");
    expect(guides).not.toMatch(/azd env set [A-Z_]+ -/);
  });

  it("deploy the folder that the build fills", () => {
    const { services } = parse(read("azure.yaml")) as { services: Record<string, { project: string; host: string }> };
    expect(services.homeward).toMatchObject({ project: "./dist/azure", host: "function" });
    expect(named("app").text).toContain("'azd-service-name': 'homeward'");
  });
});

describe("the settings of the function app", () => {
  const ofTheHost = /^(AzureWebJobsStorage__|APPLICATIONINSIGHTS_)/;
  const set = keysOf(bracketed(named("app").resource("settings").body, "properties: "));

  it("are just those that the code reads, and the host's own", () => {
    const wanted = Object.keys(environment).filter((name) => !(notInAzure as readonly string[]).includes(name));
    expect(set.filter((name) => !ofTheHost.test(name)).toSorted()).toEqual(wanted.toSorted());
  });

  it("are read in one place: no other code of the app looks at the environment", () => {
    const code = globSync("{bot,cards,engine,functions,phone,policies,schools,store,visits,words}/**/*.ts", {
      cwd: root,
    });
    expect(code.filter((file) => /process\.env/.test(read(file)))).toEqual(["functions/main.ts"]);
  });

  it("hold no secret of the bot, the storage or the database", () => {
    const all = files.map(({ code }) => code).join("\n");
    expect(all).not.toMatch(/listKeys|connectionStrings|primaryKey|primaryMasterKey|MicrosoftAppPassword|AccountKey/i);
    for (const name of ["sweepToken", "heartbeatUrl", "smsKey"])
      for (const { text, params } of files.filter((bicep) => bicep.params.includes(name)))
        expect([params.includes(name), text]).toEqual([
          true,
          expect.stringMatching(new RegExp(`@secure\\(\\)\\nparam ${name} `)),
        ]);
  });
});

describe("the names that code and Bicep share", () => {
  it("are those of the database, its containers, their partitions and their indexes", () => {
    const data = named("data");
    expect(data.resource("database").name).toBe(databaseName);
    for (const [symbol, container] of Object.entries({ visits, documents })) {
      const { body, name } = data.resource(symbol);
      expect(name).toBe(container.id);
      expect(pathsIn(bracketed(body, "partitionKey: "), /'(\/[^']+)'/g)).toEqual(container.partitionKey.paths);
      const policy = bracketed(body, "indexingPolicy: ");
      const paths = (of: string) => pathsIn(bracketed(policy, of), /path: '([^']+)'/g);
      const { includedPaths = [], excludedPaths = [], compositeIndexes = [] } = container.indexingPolicy;
      expect(paths("includedPaths: ")).toEqual(includedPaths.map(({ path }) => path));
      expect(paths("excludedPaths: ")).toEqual(excludedPaths.map(({ path }) => path));
      expect(paths("compositeIndexes: ")).toEqual(compositeIndexes.flat().map(({ path }) => path));
    }
  });

  it("are those of the functions that are kept ready, and of the routes that are called", () => {
    const code = globSync("functions/*.ts", { cwd: root }).map(read).join("\n");
    const routes = [...code.matchAll(/route: "(\w+)"/g)].map(([, route]) => `/api/${route}`);
    const called = files.flatMap(({ text }) => [...text.matchAll(/\$\{domain\}(\/api\/\w+)/g)].map(([, path]) => path));
    expect(new Set(called)).toEqual(new Set(["/api/messages", "/api/sweep", "/api/health", "/api/sms"]));
    expect(called.filter((path) => !routes.includes(path as string))).toEqual([]);
    const ready = [...named("app").text.matchAll(/name: 'function:(\w+)'/g)].map(([, name]) => name);
    const timers = [...code.matchAll(/\btimer\("(\w+)"/g)].map(([, name]) => name);
    expect(ready).toEqual(["sweep"]);
    expect(timers).toEqual(expect.arrayContaining(ready));
  });

  it("P10: lets Azure's host alone trace, and see no error's own words: every function comes in by one door", () => {
    expect(JSON.parse(read("functions/host.json"))).toMatchObject({ telemetryMode: "OpenTelemetry" });
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: object };
    const tracing = /opentelemetry|applicationinsights|monitor/;
    expect(Object.keys(dependencies).filter((name) => tracing.test(name))).toEqual([]);
    const doors = globSync("functions/*.ts", { cwd: root }).filter((file) => /\bapp\.(http|timer)\(/.test(read(file)));
    expect(doors).toEqual(["functions/door.ts"]);
  });

  it("S13: are the words by which the watchdog is heard outside Teams", () => {
    const words = /has "([^"]+)"/.exec(named("alerts").text)?.[1];
    expect(read("functions/watchdog.ts")).toContain(`\`${words}: `);
  });

  it("are the table that remembers erasures", () => {
    expect(named("app").resource("erasures").name).toBe(tableName);
  });

  it("are the event and the header by which an SMS comes in", () => {
    const text = named("replies").text;
    const event = /includedEventTypes: \['([^']+)'\]/.exec(text)?.[1];
    expect(event && readDelivery([{ eventType: event, data: { messageId: "1", from: "1", message: "ok" } }])).toEqual({
      messages: [{ id: "1", from: "1", text: "ok" }],
    });
    expect(text).toMatch(
      /name: 'Authorization'\n\s+type: 'Static'\n\s+properties: \{ value: 'Bearer \$\{smsKey\}', isSecret: true \}/,
    );
  });

  it("are the Bot Service's Teams channel alone", () => {
    const channels = files
      .flatMap(({ resources }) => resources)
      .filter(({ type }) => type.includes("botServices/channels"));
    expect(channels.map(({ name }) => name)).toEqual(["MsTeamsChannel"]);
  });
});

const pathsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, path]) => path as string);
