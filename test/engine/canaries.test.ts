import type { Store } from "../../engine/ports";
import { closeWorlds, out, request, type World, world } from "./world";

/** P10: what engine and delivery say by themselves, and what they report, when everything that can fail fails. */

const canaries = [
  request.pupil,
  request.address,
  request.postcode,
  request.purpose,
  request.whyNotInSchool,
  "Red folder",
  "7700",
];
const foundIn = (text: string) => canaries.filter((canary) => text.includes(String(canary)));

describe("P10: nothing of the visit", () => {
  const reports: string[] = [];
  let w: World;
  const failing = async (parts: Parameters<typeof world>[0]) => {
    w = await world({ ...parts, parts: { report: (...all) => reports.push(JSON.stringify(all)), ...parts?.parts } });
  };
  beforeEach(() => void reports.splice(0));
  afterEach(closeWorlds);
  const quoting = (): never => {
    throw new Error(`${Object.values(request).join(" ")} Red folder`);
  };

  it("stands in the text of any message, from asking for the visit to the police", async () => {
    await failing({});
    await out(w);
    await w.pass(75);
    const texts = w.messenger.tried.map(({ text }) => text);
    expect(texts.filter((text) => text.includes("alarm")).length).toBeGreaterThan(10);
    expect(foundIn(texts.join("\n"))).toEqual([]);
  });

  it("stands in what is said in place of words that fail, nor in the report of it", async () => {
    await failing({ parts: { say: quoting } });
    await out(w);
    await w.pass(60);
    const texts = w.messenger.tried.map(({ text }) => text);
    expect(new Set(texts).size).toBeGreaterThan(1);
    expect(reports.filter((report) => report.includes("words failed")).length).toBeGreaterThan(1);
    expect(foundIn([...texts, ...reports].join("\n"))).toEqual([]);
  });

  it("is reported where it can't be noted who lives there, nor where the visit's record fails", async () => {
    const store = (real: Store): Store =>
      new Proxy(real, {
        get: (target, name: keyof Store) => {
          const method = target[name] as (...given: unknown[]) => unknown;
          return name === "change" ? async () => quoting() : method.bind(target);
        },
      });
    await failing({ store });
    await out(w);
    expect(reports.length).toBeGreaterThan(0);
    expect(foundIn(reports.join("\n"))).toEqual([]);
  });

  it("is reported of a message or a card that fails", async () => {
    await failing({ parts: { draw: quoting } });
    w.messenger.fault = ({ to }) => (to === "ann" ? quoting() : undefined);
    await out(w);
    await w.pass(60);
    expect(reports.filter((report) => report.includes("send failed")).length).toBeGreaterThan(1);
    expect(foundIn(reports.join("\n"))).toEqual([]);
  });
});
