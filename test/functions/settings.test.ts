import { beatOf } from "../../functions/beat-of";
import type { CannotStart } from "../../functions/cannot-start";
import { contradictions, ofAnotherTenant } from "../../functions/contradictions";
import { environment, readSettings } from "../../functions/settings";
import { readSettings as readPageSettings } from "../../local/page/settings";
import { localEnvironment, pagePort } from "../../local/settings";

function reasons(env: Record<string, string>): readonly string[] {
  try {
    readSettings(localEnvironment, env);
    return [];
  } catch (error) {
    return (error as CannotStart).reasons;
  }
}

describe("the settings", () => {
  it("need nothing to be set", () => {
    expect(readSettings(localEnvironment, {})).toMatchObject({
      PORT: 3978,
      DATA_DIR: "./data",
      SCHOOLS_FILE: "./schools.demo.yaml",
    });
  });

  it("take an empty value for an absent one", () => {
    expect(readSettings(environment, { MicrosoftAppId: "", SWEEP_TOKEN: "", DATA_DIR: "" })).toEqual(
      readSettings(environment, {}),
    );
  });

  it("give the page a port of its own, whatever the bot's is, or say that there is none", () => {
    const portOf = (env: Record<string, string>) => pagePort(readSettings(localEnvironment, env));
    expect([portOf({}), portOf({ PORT: "4178" }), portOf({ PORT: "3979" })]).toEqual([3979, 3979, 3980]);
    expect([portOf({ PORT: "0", TEAMS_PORT: "0" }), portOf({ TEAMS_PORT: "off" })]).toEqual([0, "off"]);
    expect(() => portOf({ PORT: "4178", TEAMS_PORT: "4178" })).toThrow(/TEAMS_PORT: 4178 .* Choose another one/);
  });

  it("are read alike by the page beside the bot where they are empty", () => {
    const empty = { DATA_DIR: "", SCHOOLS_FILE: "", TEAMS_PORT: "" };
    const local = readSettings(localEnvironment, empty);
    const { DATA_DIR, SCHOOLS_FILE } = local;
    expect(readPageSettings({ ...empty, BOT_URL: "" })).toEqual({
      ...readPageSettings({}),
      ...{ dataDir: DATA_DIR, schoolsFile: SCHOOLS_FILE, port: pagePort(local) },
    });
  });

  it("read where the clock starts, and that there is to be no page", () => {
    const read = readSettings(localEnvironment, {
      START_AT: "2026-11-23T09:00:00+01:00",
      TEAMS_PORT: "off",
      PORT: "0",
    });
    expect(read).toMatchObject({ START_AT: Date.UTC(2026, 10, 23, 8), TEAMS_PORT: "off", PORT: 0 });
  });

  it("say every wrong one at once, by name", () => {
    const said = reasons({ PORT: "x", START_AT: "tomorrow", MicrosoftAppId: "me", LOG_LEVEL: "loud" });
    expect(said.map((line) => line.split(":")[0]).toSorted()).toEqual([
      "LOG_LEVEL",
      "MicrosoftAppId",
      "PORT",
      "START_AT",
    ]);
  });

  it("say in words what each may be", () => {
    const wrong = { PORT: "70000", TEAMS_PORT: "page", CLOCK: "fast", LOG_LEVEL: "loud", MicrosoftAppType: "mine" };
    expect(reasons(wrong).toSorted()).toEqual([
      "CLOCK: must be goes or stands",
      "LOG_LEVEL: must be silent, error, warn, info or debug",
      "MicrosoftAppType: must be UserAssignedMsi or SingleTenant",
      "PORT: must be the number of a port, 0 to 65535",
      "TEAMS_PORT: must be the number of a port, or off",
    ]);
    expect(reasons({ PORT: " " })).toHaveLength(1);
  });

  it("S4: have answers come on a beat wherever people are in earnest", () => {
    const beat = (env: Record<string, string>) => beatOf(readSettings(environment, env));
    expect(beat({ MicrosoftAppId: "33333333-3333-3333-3333-333333333333" })).toBe(100);
    expect([beat({}), beat({ ANSWER_BEAT: "" }), beat({ ANSWER_BEAT: "0" })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(beat({ ANSWER_BEAT: "40" })).toBe(40);
    expect(reasons({ ANSWER_BEAT: "soon" })).toEqual([
      expect.stringContaining("ANSWER_BEAT: must be whole milliseconds"),
    ]);
  });

  it("P12: don't repeat a secret that is wrong", () => {
    const said = reasons({ HEARTBEAT_URL: "http://hc.example/canary", SWEEP_TOKEN: "canary" }).join("\n");
    expect(said).toContain("HEARTBEAT_URL");
    expect(said).toContain("SWEEP_TOKEN");
    expect(said).not.toContain("canary");
  });
});

describe("settings that don't go together", () => {
  const app = "33333333-3333-3333-3333-333333333333";
  const azure = {
    ...{ MicrosoftAppId: app, STORE: "cosmos", COSMOS_ENDPOINT: "https://a.documents.azure.com/" },
    ERASURES_URL: "https://sta.table.core.windows.net/",
  };
  const of = (env: Record<string, string>, host = {}) =>
    contradictions(readSettings(environment, env), host).map((sentence) => sentence.split(":")[0]);
  const here = { loopback: true, cosmos: () => undefined };

  it("are none in Azure as infra sets it, nor on this machine where nothing is set", () => {
    expect(of(azure)).toEqual([]);
    expect(of({}, here)).toEqual([]);
    expect(of({ STORE: "cosmos" }, here)).toEqual([]);
  });

  it("are a schools file of another tenant than the bot's, which would answer nobody and seem to be well", () => {
    const said = (MicrosoftAppTenantId: string, tenant: string) =>
      ofAnotherTenant(readSettings(environment, { MicrosoftAppTenantId }), tenant).map((say) => say.split(":")[0]);
    expect(said(app, "11111111-1111-1111-1111-111111111111")).toEqual(["MicrosoftAppTenantId"]);
    expect([
      said("ABCDEF00-0000-4000-8000-000000000001", "abcdef00-0000-4000-8000-000000000001"),
      said("", app),
    ]).toEqual([[], []]);
  });

  it("stop the start all at once", () => {
    expect(of({})).toEqual(["MicrosoftAppId", "STORE"]);
    expect(of({ STORE: "cosmos" })).toEqual(["MicrosoftAppId", "ERASURES_URL", "COSMOS_ENDPOINT"]);
  });

  it.each<[string, Record<string, string>, object]>([
    ["STORE", { COSMOS_ENDPOINT: azure.COSMOS_ENDPOINT }, here],
    ["STORE", { COSMOS_KEY: "x" }, here],
    ["COSMOS_KEY", { ...azure, COSMOS_KEY: "x" }, {}],
    ["COSMOS_KEY", { STORE: "cosmos", COSMOS_ENDPOINT: "http://127.0.0.1:8081" }, here],
    ["COSMOS_ENDPOINT", { ...azure, COSMOS_ENDPOINT: "http://a.documents.azure.com/" }, {}],
    ["AZURE_CLIENT_ID", { STORE: "cosmos", COSMOS_ENDPOINT: azure.COSMOS_ENDPOINT }, here],
    ["SWEEP_AUDIENCE", { ...azure, SWEEP_CALLER: app }, {}],
    ["SWEEP_CALLER", { ...azure, SWEEP_AUDIENCE: app }, {}],
    ["SMS_KEY", { ...azure, SMS_KEY: "canary canary canary" }, {}],
    [
      "SMS_KEY",
      {
        ...{ ...azure, SMS_KEY: "canary canary canary", SMS_FROM: "School" },
        COMMUNICATION_ENDPOINT: "https://a.uk.communication.azure.com",
      },
      {},
    ],
    ["MicrosoftAppPassword", { ...azure, MicrosoftAppType: "SingleTenant" }, {}],
    ["MicrosoftAppPassword", { ...azure, MicrosoftAppPassword: "canary" }, {}],
  ])("say of %s what is wrong: %j", (name, env, host) => {
    expect(of(env, host)).toEqual([name]);
    expect(contradictions(readSettings(environment, env), host).join()).not.toContain("canary");
  });
});
