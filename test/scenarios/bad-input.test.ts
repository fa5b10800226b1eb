import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refusalOn, typedOn, wordsOn } from "../channel/card";
import type { Seat } from "../channel/seat";
import { request } from "../request";
import { School } from "./school";

/** The demo school, another one beside it, and somebody whose very name is hostile. */
const harbour = `  - id: harbour
    name: Harbour Primary
    policy: aspire
    timezone: Europe/London
    phone: "+44 1332 900200"
    hours: { days: [mon, tue, wed, thu, fri], from: "08:30", to: "16:00" }
    channels: { slt: "19:harbour-slt@thread.tacv2", office: "19:harbour-office@thread.tacv2" }
    settings: { codeWord: blue folder }
`;
const people = [
  ["c", "Cleo Hart", "visitor"],
  ["d", "Dan Poole", "visitor"],
  ["e", "Elsa Grey", "office"],
  ["f", "Finn Moor", "principal"],
  ["a", "Abe Lund", "slt"],
  ["b", "Bea Stone", "dsl"],
].map(([digit = "", name, role]) => somebody(digit, String(name), String(role), "harbour"));
// biome-ignore lint/suspicious/noTemplateCurlyInString: somebody types it
const hostile = "**Zed** ${evil} <at>Ann</at> [here](https://evil.example) {{DATE(2026-01-01)}}";

function somebody(digit: string, name: string, role: string, school: string): string {
  const id = [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join("-");
  const vehicle = "{ make: Kia, model: Rio, registration: AB12 CDE, colour: Red }";
  return `  - { id: ${id}, name: ${JSON.stringify(name)}, phone: "+44 7700 900010", school: ${school}, roles: [${role}], vehicle: ${vehicle} }\n`;
}

describe("bad input", () => {
  let school: School;
  let zed: Seat;
  const folder = mkdtempSync(join(tmpdir(), "homeward-schools-"));
  beforeAll(async () => {
    const demo = readFileSync(join(__dirname, "../../schools.demo.yaml"), "utf8");
    const file = join(folder, "schools.yaml");
    const all = [...people, somebody("9", hostile, "visitor", "meadow")].join("");
    writeFileSync(file, `${demo.replace(/^people:$/m, `${harbour}people:`)}${all}`);
    school = await School.open({ schools: file });
    zed = school.channel.person("99999999-9999-9999-9999-999999999999", "Zed");
    await zed.installs();
  });
  afterAll(async () => {
    await school.close();
    rmSync(folder, { recursive: true });
  });
  const press = (seat: Seat, verb: string, data: object) =>
    seat.send({
      type: "invoke",
      name: "adaptiveCard/action",
      value: { action: { type: "Action.Execute", verb, data } },
    });

  it("P6: a stranger gets one sentence for whatever they say or press", async () => {
    const stranger = school.channel.person("12345678-0000-0000-0000-000000000000");
    for (const words of ["request visit", "who is out", "help"]) await stranger.says(words);
    const [sentence, ...others] = new Set(stranger.texts);
    expect([sentence, others]).toEqual([expect.stringMatching(/^Homeward is for staff/), []]);
    expect(await press(stranger, "requestVisit", { ...request, card: "request" })).toEqual({
      status: 200,
      error: sentence,
    });
  });

  it.each([
    ["a date in the past", { date: "2026-11-20" }, "date", /has passed/],
    ["an end before the start", { back: "09:45" }, "back", /after the start/],
    ["a day that there is not", { date: "2026-02-31" }, "date", /./],
    ["a time that there is not", { start: "25:00" }, "start", /./],
    ["a companion who is nobody", { companion: "nobody" }, "companion", /./],
    ["a reason that the policy doesn't know", { reason: "fun" }, "reason", /./],
    ["a postcode that is none", { address: "Somewhere", postcode: "here" }, "postcode", /postcode/],
    ["nothing for the pupil", { pupil: "   " }, "pupil", /pupil/i],
  ])("is refused beside its field: %s", async (_, change, field, say) => {
    await school.priya.says("request visit");
    const form = await school.priya.isOffered("requestVisit");
    const answer = await press(school.priya, "requestVisit", { ...request, ...change, card: "request" });
    const drawn = { ...form, card: answer.card };
    expect(refusalOn(drawn.card ?? {})).toEqual({ beside: field, say: expect.stringMatching(say) });
    expect(typedOn(drawn.card ?? {})).toMatchObject({ purpose: request.purpose });
  });

  it("is refused in words where a field holds 100,000 characters, and read where a message does", async () => {
    const answer = await press(school.priya, "requestVisit", {
      ...request,
      card: "request",
      purpose: "x".repeat(100_000),
    });
    expect(answer).toEqual({ status: 200, error: expect.stringMatching(/too long/i) });
    expect(await school.priya.says("x".repeat(100_000))).toMatchObject({ status: 200 });
  });

  it("has changed nothing", async () => {
    expect(await school.hears(() => school.priya.says("my visits"))).toEqual([]);
    await school.priya.sees(/you have no visits/i);
  });

  it("P6: a visit of another school, a forged one and none at all are one and the same", async () => {
    const cleo = school.channel.person("cccccccc-cccc-cccc-cccc-cccccccccccc");
    await cleo.installs();
    await cleo.says("request visit");
    await cleo.presses("requestVisit", { ...request, companion: "dddddddd-dddd-dddd-dddd-dddddddddddd" });
    const { card } = await cleo.isOffered("assessRisk");
    const [visit = ""] = /harbour\.[a-z0-9]+/i.exec(JSON.stringify(card)) ?? [];
    expect(visit).not.toBe("");
    const ids = [
      visit,
      "harbour.aaaaaaaaaa",
      "meadow.aaaaaaaaaa",
      "nowhere.aaaaaaaaaa",
      "../meadow",
      "' or 1=1 --",
      "",
    ];
    for (const verb of ["cancel", "approve", "checkIn", "askForHelp", "acknowledge"]) {
      const answers = await Promise.all(
        ids.map((id) => press(school.helen, verb, { visit: id, plan: 1, alarm: 1, card: "visit", reason: "x" })),
      );
      expect(answers).toEqual(ids.map(() => ({ status: 200, error: "There is no such visit." })));
    }
  });

  it("P8: Markdown, mentions, links and templates in names and texts are drawn as they were typed, and do nothing", async () => {
    await zed.says("request visit");
    await zed.presses("requestVisit", {
      ...request,
      pupil: hostile.slice(0, 90),
      purpose: hostile,
      companion: school.tom.person.id,
    });
    const asked = await school.tom.sees(/asks you/);
    const { card } = await school.tom.isOffered("agreeToVisit");
    const said = `${asked.text}\n${wordsOn(card)}`;
    expect(said).toContain("Zed");
    expect(said).not.toMatch(/(?<!\\)\*\*Zed|<at>|(?<!\\)\]\(https:\/\/evil|(?<!\\)\$\{|(?<!\\)\{\{/);
  });

  it("leaves the program well", async () => {
    expect(await (await fetch(`${school.program.url}/api/health`)).text()).toBe("ok");
    expect(school.program.output).not.toMatch(/\n\s+at .*:\d+/);
  });
});
