import { opened } from "../opened";
import { patience } from "../patience";
import { CosmosServer } from "../store/cosmos-server";
import { FaultyProxy } from "../store/faulty-proxy";
import { School } from "./school";

describe("a school whose visits are in Cosmos DB", () => {
  const { keep, close } = opened();
  let proxy: FaultyProxy;
  let school: School;
  beforeAll(async () => {
    const server = await keep(CosmosServer.open());
    proxy = await keep(FaultyProxy.open(server.url));
    const env = { STORE: "cosmos", COSMOS_ENDPOINT: proxy.url, COSMOS_KEY: server.key };
    school = await keep(School.open({ env }));
    await school.sendsOut({ back: "15:00" });
    await school.arrives();
    await school.until("10:20");
    for (const seat of [school.priya, school.tom]) await seat.presses("checkIn");
  });
  afterAll(close);
  const health = async () => (await fetch(`${school.program.url}/api/health`)).status;
  const goesDown = () => {
    proxy.fault = (_, path) => (path.includes("/docs") ? { when: "before", status: 503 } : undefined);
  };
  const comesBack = () => {
    proxy.fault = () => undefined;
  };

  it("S2: alarms the office after an hour of silence", async () => {
    await school.until("11:15");
    expect(await school.told(/ALARM 2.*no contact/, () => school.until("11:21"))).toEqual(["ann", "office"]);
    expect(await health()).toBe(200);
  });

  it("S14: says 'not saved' while the database is away, and health says so too", async () => {
    goesDown();
    expect(await school.priya.isRefused("checkIn")).toMatchObject({
      say: expect.stringMatching(/^Not saved\. .*ring the school/),
    });
    for (const end = Date.now() + patience; (await health()) !== 503; )
      if (Date.now() > end) throw new Error("Health has not noticed.");
    comesBack();
  });

  it("S13: goes on after it was killed, and brings what fell due meanwhile", async () => {
    await school.program.movesOut();
    await school.program.isDownFor("PT7M");
    expect(school.program.output).toMatch(/fell due while it was down/);
    await school.settles();
    await school.helen.sees(/ALARM 2/);
    await school.slt.sees(/ALARM 2/);
  });

  it("S2: ends with an outcome, and the visit with everybody back", async () => {
    const spoke = () => school.helen.presses("recordCall", { outcome: "ok", ...school.both });
    expect(await school.told(/ALARM 2 is over/, spoke)).toEqual(
      expect.arrayContaining(["ann", "helen", "office", "slt"]),
    );
    for (const seat of [school.priya, school.tom]) await seat.presses("signIn");
    await school.settles();
    await school.office.sees(/back/i);
  });
});
