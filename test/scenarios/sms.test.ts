import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommunicationStandIn } from "../phone/stand-in";
import { School } from "./school";

const KEY = "event grid shows this key";
const NUMBER = "+447700900999";
const TOM = "447700900002";

let folder: string;
let service: CommunicationStandIn;
let school: School;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "homeward-sms-"));
  const schools = join(folder, "schools.yaml");
  const demo = readFileSync("schools.demo.yaml", "utf8");
  writeFileSync(schools, demo.replace("    timezone:", "    alarmsAlsoBy: [sms]\n    timezone:"));
  service = await CommunicationStandIn.open();
  const env = {
    COMMUNICATION_ENDPOINT: service.url,
    COMMUNICATION_KEY: Buffer.from("key").toString("base64"),
    SMS_FROM: NUMBER,
    SMS_KEY: KEY,
  };
  school = await School.open({ schools, env });
  await school.sendsOut({ back: "15:00" });
});
afterAll(async () => {
  await school.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const brings = (events: unknown, key: string | undefined = KEY) =>
  fetch(`${school.program.url}/api/sms`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key === "" ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(events),
  });
const sms = async (Message: string, From = TOM) => [
  {
    eventType: "Microsoft.Communication.SMSReceived",
    data: {
      ...{ MessageId: `Incoming_${++count}`, From, To: NUMBER.slice(1), Message },
      ReceivedTimestamp: (await school.program.now()).toISOString(),
    },
  },
];
const to = (number: string) => service.sms.filter((one) => one.to === `+${number}`).map(({ message }) => message);

describe("a check-in by SMS", () => {
  it("lets Event Grid ask whether it may deliver, and takes nothing from whoever does not show the key", async () => {
    const asked = [{ eventType: "Microsoft.EventGrid.SubscriptionValidationEvent", data: { validationCode: "a-1" } }];
    expect(await (await brings(asked, "")).json()).toEqual({ validationResponse: "a-1" });
    for (const key of ["", "another key", KEY.slice(1)]) expect((await brings(await sms("ok"), key)).status).toBe(401);
    expect((await brings({ no: "events" })).status).toBe(400);
    expect((await fetch(`${school.program.url}/api/sms`)).status).toBe(404);
    expect(to(TOM)).toEqual([]);
  });

  it("is asked for by SMS too, and answered with the time as in Teams, where more is said of the card", async () => {
    await school.until("10:55");
    expect(to(TOM)).toEqual([expect.stringMatching(/You can reply to this SMS: any words check you in/)]);
    expect((await brings(await sms("We are fine"))).status).toBe(200);
    expect(to(TOM).at(-1)).toMatch(
      /^✓ 10:55 Checked in\. Back by 15:00\. Anything to tell the school\? .*or ring \+44 /,
    );
    await school.tom.says("We are fine");
    expect(school.tom.texts.at(-1)).toMatch(/^✓ 10:55 Checked in\. Back by 15:00\. .* on the card/);
  });

  it("S4: with the code word alarms the DSL, and is answered byte for byte alike", async () => {
    const before = to(TOM).at(-1);
    const told = await school.told(/^ALARM/, async () => {
      expect((await brings(await sms("Is the green folder there?"))).status).toBe(200);
    });
    expect(told).toContain("joan");
    expect(told).not.toContain("tom");
    expect(to(TOM).at(-1)).toBe(before);
    expect(school.tom.texts.join()).not.toMatch(/ALARM|covert/i);
  });

  it("P6: tells a stranger nothing", async () => {
    await brings(await sms("who is out?", "15550001"));
    expect(to("15550001")).toEqual([expect.stringMatching(/^This did not count as a check-in\./)]);
  });

  it("P10: leaves nothing of it in the log", () => {
    expect(school.program.output).not.toMatch(/green folder|We are fine|7700900002|15550001/);
  });
});
