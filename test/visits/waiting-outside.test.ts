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

describe("where nobody is home", () => {
  const out = (change: object) => {
    const school = new Played("aspire", change);
    return { story: school.out("priya", "tom").until("14:00"), priya: school.who("priya"), ann: school.who("ann") };
  };
  const again = {
    noOneHome: { value: { cancelled: false, leave: "nothing", next: "open" }, by: "school", clauses: [] },
  };

  it("the visit is off when the wait is over (AET-52)", () => {
    const { story, priya } = out({});
    story.press(priya, "noOneHome").press(priya, "checkIn").until("14:11");
    expect(story.is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
  });

  it("it goes on where the school lets them try again, until they say themselves that it is off", () => {
    const { story, priya, ann } = out(again);
    story.press(priya, "noOneHome").until("14:30");
    expect(story.is.meeting?.state).toBe("waiting");
    expect(story.seen(priya).meeting).toMatchObject({ until: undefined });
    expect(story.branch().press(ann, "phonedIn", { who: priya.id, what: "noOneHome" }).is.meeting?.state).toBe("off");
    expect(story.seen(priya).offers).toContain("noOneHome");
    expect(story.press(priya, "noOneHome").is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
  });
});

describe("the phones that go along", () => {
  const ready = (phones: string) => {
    const school = new Played("aspire", { phones: { value: phones, by: "school", clauses: [] } } as never);
    const story = school.out("priya", "tom");
    const [_priya, tom] = [school.who("priya"), school.who("tom")];
    const { [tom.id]: _, ...outings } = story.is.outings;
    story.visit = { ...story.is, outings };
    return story.lists(tom, { phone: undefined }).press(tom, "signOut", { allTrue: "true", vehicle: "On foot" });
  };

  it("are one each (AET-77), two a visit, or one a visit, as the policy has it", () => {
    expect(ready("each").refusal).toMatchObject({ field: "phone" });
    expect(ready("twoAVisit").refusal).toMatchObject({ field: "phone" });
    expect(ready("oneAVisit").refusal).toBeUndefined();
  });
});
