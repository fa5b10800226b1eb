import { out, request, type World, world } from "./world";

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(async () => {
  await w.close();
  w.remove();
});

const brother = { ...request, pupil: "Ben Pupil", date: "2026-11-24" };

describe("brothers and sisters at one address", () => {
  it("are one home: after a visit to one the other's is no first visit", async () => {
    await out(w);
    const { visit } = await w.does("grace", "requestVisit", undefined, brother);
    const seen = await w.engine.look("grace", visit);
    expect(seen).toMatchObject({ firstVisit: false, near: [{ by: "Priya Example" }] });
  });

  it("who live elsewhere are another home, whatever their name", async () => {
    await out(w);
    const elsewhere = { ...brother, address: "9 Low Street, Derby", postcode: "DE1 9ZZ" };
    const { visit } = await w.does("grace", "requestVisit", undefined, elsewhere);
    expect(await w.engine.look("grace", visit)).toMatchObject({ firstVisit: true, near: [] });
  });
});
