import { Played } from "./played";

describe("a parent who comes while they wait outside", () => {
  it("lets them in with one press", () => {
    const aspire = new Played("aspire");
    const priya = aspire.who("priya");
    const story = aspire.out("priya", "tom").until("14:00").press(priya, "arrive", { adult: "no" });
    expect(story.is.outings[priya.id]?.where).toBe("waitingOutside");
    expect(story.seen(priya).offers).toContain("arrive");
    story.until("14:04").press(priya, "arrive", { adult: "yes" });
    expect(story.is).toMatchObject({ meeting: undefined, outings: { [priya.id]: { where: "atTheHome" } } });
  });
});
