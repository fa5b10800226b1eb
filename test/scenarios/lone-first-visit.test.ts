import { typedOn } from "../channel/card";
import { request } from "../request";
import { School } from "./school";

describe("a lone first visit", () => {
  let school: School;
  beforeAll(async () => {
    school = await School.open();
  });
  afterAll(() => school.close());

  let form: Awaited<ReturnType<School["priya"]["isOffered"]>>;
  const alone = { ...request, companion: "" };

  it("is refused beside the companion with its clause, and what was typed stays on the card", async () => {
    const { priya } = school;
    await priya.says("request visit");
    form = await priya.isOffered("requestVisit");
    const why = await priya.isRefusedOn(form, "requestVisit", { ...alone, loneWhy: "Tom is ill" });
    expect(why).toEqual({ beside: "companion", say: expect.stringMatching(/first visit.*\nAET-A-41/) });
    expect(typedOn(form.card)).toMatchObject({ ...alone, loneWhy: "Tom is ill" });
  });

  it("is not there for anybody", async () => {
    expect(await school.hears(() => school.priya.says("my visits"))).toEqual([]);
    await school.priya.sees(/you have no visits/i);
    await school.ann.says("who is out");
    await school.ann.sees(/nobody is out/i);
  });

  it("becomes a visit once a companion is chosen on the same card", async () => {
    const chosen = () => school.priya.pressesOn(form, "requestVisit", { companion: request.companion });
    expect(await school.told(/asks you/, chosen)).toEqual(["tom"]);
  });
});
