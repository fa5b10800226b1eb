import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { openDirectory } from "../../local/page/directory";
import type { SchoolFile } from "../../local/page/school-file";
import { configFor } from "../../local/playground/config";
import { lacking, startPlayground } from "../browser/playground";

type Config = {
  tenantId: string;
  currentUser: { id: string; aadObjectId: string };
  users: { id: string }[];
  team: { name: string; channels: { id: string; name: string }[] };
};
const school: SchoolFile = {
  tenant: "11111111-1111-1111-1111-111111111111",
  schools: [
    {
      id: "meadow",
      name: "Meadow Primary",
      timezone: "Europe/London",
      channels: { slt: "19:slt@thread.tacv2", office: "19:office@thread.tacv2" },
    },
  ],
  people: [
    { id: "p", name: "Priya Shah", school: "meadow", roles: ["visitor"] },
    { id: "h", name: "Helen Marsh", school: "meadow", roles: ["principal"] },
    { id: "a", name: "Ann", school: "meadow", roles: ["office"] },
  ],
};

describe("the Playground's file", () => {
  const directory = openDirectory(school);
  const fileOf = (id: string): Config => {
    const person = directory.person(id);
    if (!person) throw new Error(`Nobody is called ${id}.`);
    return parse(configFor(directory, person));
  };

  it("puts one person of the school in front of it, by the id that the school knows", () => {
    expect(fileOf("p")).toMatchObject({ tenantId: school.tenant, currentUser: { id: "29:p", aadObjectId: "p" } });
  });

  it("has five others, as the Playground wants, whatever the size of the school", () => {
    const { users } = fileOf("p");
    expect(new Set(users.map(({ id }) => id)).size).toBe(5);
    expect(users.map(({ id }) => id)).not.toContain("29:p");
  });

  it("has the one channel that the person works in, if any: the Playground takes no second one", () => {
    const channelOf = (id: string) => fileOf(id).team.channels.map(({ name }) => name);
    expect([channelOf("p"), channelOf("h"), channelOf("a")]).toEqual([[], ["SLT"], ["Office"]]);
  });
});

(lacking ? describe.skip : describe)(`the Playground as it runs${lacking ? ` (skipped: ${lacking})` : ""}`, () => {
  it("P7: is open to this machine alone, though the Playground would listen to all the world", async () => {
    const folder = mkdtempSync(join(tmpdir(), "homeward-playground-"));
    const { url, end } = await startPlayground("Priya Shah", { port: "9", folder });
    const { port } = new URL(url);
    try {
      expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
      await expect(fetch(`http://127.0.0.2:${port}`)).rejects.toThrow();
    } finally {
      await end();
      rmSync(folder, { recursive: true });
    }
  });
});
