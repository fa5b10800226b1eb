import type { Stop } from "../../visits/visit";
import { Played } from "./played";
import { at, type Story } from "./story";

const stop = (pupil: string, address: string): Stop => ({
  pupil,
  household: pupil.toLowerCase(),
  address,
  postcode: "DE1 2BB",
});
const stops = [stop("Kofi Boateng", "40 Park Street, Derby"), stop("Mia Hall", "7 Well Road, Derby")];

describe("Hexthorpe: one sign-out, many doors, one return", () => {
  const school = new Played("hexthorpe");
  const paula = school.who("paula");
  const ryan = school.who("ryan");
  const round = () => school.out("paula", "ryan", { stops });
  const atFirst = () => round().until("14:00").press(paula, "arrive");
  const doors = (story: Story) => story.is.doors?.map(({ no, outcome }) => [no, outcome]);

  it("goes to the next door by one press, with what came of this one and hands sanitised in between (HEX-37)", () => {
    const story = atFirst();
    expect(story.seen(paula).forms.between?.map(({ clauses }) => clauses)).toEqual([["HEX-37"]]);
    story.until("14:10").press(paula, "nextStop", { outcome: "spoken", door: "1" });
    expect(doors(story)).toEqual([[0, "spoken"]]);
    expect(story.events.find(({ type }) => type === "MovedOn")).toMatchObject({
      door: 1,
      confirmed: ["sanitiseBetween"],
    });
    expect([story.is.outings[paula.id]?.where, story.is.outings[ryan.id]?.where]).toEqual(["onTheWay", "onTheWay"]);
    expect(story.seen(paula).guidance[0]?.clauses).toEqual(["HEX-37"]);
  });

  it("shows the office, and whoever sends help, the door where they are", () => {
    const story = atFirst().press(paula, "nextStop", { outcome: "noOneHome", door: "1" });
    expect(story.seen(school.who("abel"))).toMatchObject({ address: "40 Park Street, Derby", postcode: "DE1 2BB" });
    expect(story.seen(school.who("abel")).round.map(({ here, outcome, pupil }) => [here, outcome, pupil])).toEqual([
      [false, "noOneHome", undefined],
      [true, undefined, undefined],
      [false, undefined, undefined],
    ]);
    expect(story.seen(paula).round[1]?.pupil).toBe("Kofi Boateng");
    expect(story.is.breaches).toEqual([]);
  });

  it("is not moved on twice by a double press, nor by the companion's of a moment later (S9)", () => {
    const story = atFirst().press(paula, "nextStop", { outcome: "spoken", door: "1" });
    story
      .press(paula, "nextStop", { outcome: "spoken", door: "1" })
      .press(ryan, "nextStop", { outcome: "spoken", door: "1" });
    expect([story.refusal, story.is.door]).toEqual([undefined, 1]);
  });

  it("is moved on once to a place beside the plan as well, and from a door by its address too (S9)", () => {
    const moves = (story: Story) => story.happened.filter((type) => type === "MovedOn").length;
    const story = atFirst().press(paula, "nextStop", { address: "9 Elm Close" });
    expect(moves(story.press(ryan, "nextStop", { address: "9 Elm Close" }))).toBe(1);
    expect(moves(story.press(paula, "nextStop", { address: "9 Elm Close", door: "1" }))).toBe(1);
    expect(moves(story.press(paula, "nextStop", { address: "10 Elm Close", door: "0" }))).toBe(2);
  });

  it("is offered to whoever is out, where the policy knows rounds", () => {
    expect(round().seen(paula).offers).toContain("nextStop");
    expect(round().press(paula, "signIn").seen(paula).offers).not.toContain("nextStop");
    const liberty = new Played("liberty");
    expect(liberty.policy.stops.value).toBe(false);
    expect(liberty.out("lena", "marc").seen(liberty.who("lena")).offers).not.toContain("nextStop");
  });

  it("S4: shows nothing of the doors to which somebody goes who was sent after them", () => {
    const story = atFirst();
    story.happen([
      {
        type: "AttendersSent",
        alarm: 901,
        who: [school.who("derek").id],
        back: at("16:00"),
        at: story.now,
        by: "clock",
      },
    ]);
    const { door, doors, letter } = story.is;
    story.press(school.who("derek"), "nextStop", { outcome: "letter" });
    expect([story.refusal, story.is.outings[school.who("derek").id]?.where]).toEqual([undefined, "onTheWay"]);
    expect([story.is.door, story.is.doors, story.is.letter]).toEqual([door, doors, letter]);
    expect(story.seen(school.who("derek")).offers).not.toContain("nextStop");
  });

  it("writes down the last door too, and knows no door after it", () => {
    const story = atFirst()
      .press(paula, "nextStop", { door: "1" })
      .press(paula, "nextStop", { outcome: "noOneHome", door: "2" });
    story.press(paula, "arrive").press(paula, "leave");
    expect(doors(story)).toEqual([
      [0, "spoken"],
      [1, "noOneHome"],
      [2, "spoken"],
    ]);
    expect(story.press(paula, "nextStop").refusal?.field).toBe("address");
  });

  it("says at the last door where no one is home that they return, before it that they go on", () => {
    const story = round().until("14:00").press(paula, "noOneHome").until("14:10");
    expect(story.is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
    expect(story.seen(paula).next?.key).toBe("goOn");
    expect(story.told.find(({ say }) => say.key === "waitOver")?.say.args.onward).toBe(1);
    story.press(paula, "nextStop", { door: "1" });
    expect([story.is.meeting, story.seen(paula).next?.key]).toEqual([undefined, "beBack"]);
  });

  it("still takes them anywhere, and records what was not planned (S1)", () => {
    const story = atFirst().press(paula, "nextStop", { address: "9 Elm Close" });
    expect(story.seen(school.who("abel")).address).toBe("9 Elm Close");
    expect(story.is.breaches.map(({ what }) => what)).toEqual(["placeNotApproved"]);
    expect(story.press(paula, "nextStop", { door: "1" }).seen(paula).address).toBe("40 Park Street, Derby");
  });
});

describe("what is left where no one is home", () => {
  const aspire = new Played("aspire");
  const [priya, tom] = [aspire.who("priya"), aspire.who("tom")];
  const nobody = () => aspire.out("priya", "tom", { stops }).until("14:00").press(priya, "noOneHome");
  const offered = (story: Story, who = priya) => story.seen(who).offers.includes("letterLeft");
  const left = (story: Story) => story.happened.filter((type) => type === "LetterLeft").length;

  it("is asked of whoever is out, while nobody has said that it was", () => {
    expect(offered(aspire.out("priya", "tom").until("14:00"))).toBe(false);
    expect(offered(nobody())).toBe(true);
    expect(offered(nobody().press(priya, "signIn"))).toBe(false);
    expect(offered(nobody().press(tom, "letterLeft"))).toBe(false);
  });

  it("is on record once, whoever says it (S9)", () => {
    expect(left(nobody().press(tom, "letterLeft").press(priya, "letterLeft"))).toBe(1);
  });

  it("is on record by going on with it to the next door, and not by going on without", () => {
    const on = (outcome: string) => nobody().press(priya, "nextStop", { door: "1", outcome });
    expect([on("letter"), on("noOneHome")].map(left)).toEqual([1, 0]);
    expect(on("letter").is.doors?.[0]).toMatchObject({ outcome: "noOneHome", letter: { by: priya.id } });
    expect(left(nobody().press(tom, "letterLeft").press(priya, "nextStop", { door: "1", outcome: "letter" }))).toBe(1);
  });
});

describe("no one home", () => {
  const school = new Played("thomas-more");
  const rosa = school.who("rosa");
  const nobody = () => school.out("rosa", "eric").until("14:00").press(rosa, "noOneHome");

  it("has the letter posted, which a press puts on record (TMC-27)", () => {
    const story = nobody();
    expect(story.seen(rosa).leave).toBe("letter");
    expect(story.told.find(({ say }) => say.key === "waitOver")?.say.args.put).toBe("letter");
    expect(story.seen(rosa).offers).toContain("letterLeft");
    story.press(rosa, "letterLeft");
    expect(story.is.letter).toMatchObject({ by: rosa.id, at: at("14:00") });
    story.press(rosa, "signIn").press(school.who("eric"), "signIn");
    expect(story.is.tasks.map(({ kind }) => kind)).not.toContain("letter");
  });

  it("does not close before somebody has said whether it was (TMC-27)", () => {
    const story = nobody().press(rosa, "signIn").press(school.who("eric"), "signIn");
    const task = story.is.tasks.find(({ kind }) => kind === "letter");
    expect(task?.for).toEqual([rosa.id]);
    story.press(rosa, "completeTask", {}, { no: task?.no });
    expect(story.refusal?.field).toBe("note");
    expect(story.is.phase).toBe("back");
  });

  it("has a note put through the door, and sends staff back to school (AET-53, AET-54)", () => {
    const aspire = new Played("aspire");
    const priya = aspire.who("priya");
    const story = aspire.out("priya", "tom").until("14:00").press(priya, "noOneHome").until("14:10");
    expect([story.seen(priya).leave, story.seen(priya).next?.key]).toEqual(["notification", "returnNow"]);
    story.press(priya, "letterLeft").press(priya, "signIn").press(aspire.who("tom"), "signIn");
    expect(story.is.letter?.by).toBe(priya.id);
    expect(story.is.tasks.map(({ kind }) => kind)).not.toContain("letter");
  });

  it("has them come back to school and not go straight home, where the policy says so (AET-54)", () => {
    const aspire = new Played("aspire");
    const priya = aspire.who("priya");
    const waiting = aspire.out("priya", "tom").until("14:00").press(priya, "noOneHome");
    for (const story of [waiting, waiting.until("14:10")])
      expect(story.seen(priya).offers).not.toContain("leftForHome");
    expect(nobody().seen(rosa).offers).toContain("leftForHome");
    // Whoever goes all the same says so: that is known, and their clock runs on (S1).
    waiting.press(priya, "leftForHome");
    expect(waiting.is.outings[priya.id]?.where).toBe("goingHome");
  });

  it("is said for them by the office, or by themselves after they waited, where no time is set for the wait (TMC-18, TMC-27)", () => {
    const nora = school.who("nora");
    const phoned = school.out("rosa", "eric").until("14:00");
    phoned.press(nora, "phonedIn", { who: rosa.id, what: "noOneHome" });
    const waited = school.out("rosa", "eric").until("14:00").press(rosa, "arrive", { adult: "no" });
    expect(waited.is.meeting?.state).toBe("waiting");
    expect(waited.seen(rosa).offers).toContain("noOneHome");
    waited.press(rosa, "noOneHome");
    for (const story of [phoned, waited]) {
      expect(story.is.meeting).toMatchObject({ state: "off", how: "noOneHome" });
      expect(story.told.find(({ say }) => say.key === "waitOver")?.say.args.put).toBe("letter");
      expect(story.seen(rosa).offers).not.toContain("noOneHome");
    }
  });

  it("leaves no meeting to write about, were they back before the wait was over", () => {
    const aspire = new Played("aspire");
    const [priya, tom] = [aspire.who("priya"), aspire.who("tom")];
    const story = aspire
      .out("priya", "tom", { firstVisit: true })
      .until("14:00")
      .press(priya, "noOneHome")
      .until("14:04");
    story.press(priya, "signIn").press(tom, "signIn");
    expect(story.seen(priya).forms.minutes?.fields.filter(({ ask }) => ask === "tick")).toEqual([]);
  });

  it("does not close before somebody has said of each door whether it was, that of the last one too (TMC-27)", () => {
    const owed = (...presses: ["nextStop" | "letterLeft" | "noOneHome" | "arrive", Record<string, string>][]) => {
      const story = school
        .out("rosa", "eric", { stops: stops.slice(0, 1) })
        .until("14:00")
        .press(rosa, "noOneHome");
      for (const [verb, input] of presses) story.press(rosa, verb, input);
      story.press(rosa, "signIn").press(school.who("eric"), "signIn");
      return story.is.tasks.some(({ kind }) => kind === "letter");
    };
    const on = { door: "1" };
    const met = ["arrive", { adult: "yes" }] as const;
    expect(owed(["nextStop", on], [...met])).toBe(true);
    expect(owed(["letterLeft", {}], ["nextStop", on], [...met])).toBe(false);
    expect(owed(["nextStop", { ...on, outcome: "letter" }], ["noOneHome", {}])).toBe(true);
    expect(owed(["nextStop", { ...on, outcome: "letter" }], ["noOneHome", {}], ["letterLeft", {}])).toBe(false);
    expect(owed(["nextStop", { ...on, outcome: "spoken" }], [...met])).toBe(false);
  });

  it("asks for nothing where the policy has nothing left", () => {
    const story = new Played("hexthorpe").out("paula", "ryan").until("14:00");
    const paula = new Played("hexthorpe").who("paula");
    story.press(paula, "noOneHome");
    expect(story.seen(paula).offers).not.toContain("letterLeft");
  });
});

describe("whom the adult has to be", () => {
  it("is a parent or carer, unless it is about attendance (TMC-18)", () => {
    const school = new Played("thomas-more");
    const rosa = school.who("rosa");
    const about = (attendance: boolean) =>
      school.policy.reasons.value.list.find((one) => (one.attendance ?? false) === attendance)?.id ?? "";
    const story = school.out("rosa", "eric", { reason: about(false) }).until("14:00");
    expect(story.seen(rosa).forms.adult).toBe("unlessAttendance");
    expect(story.press(rosa, "arrive").is.outings[rosa.id]?.where).toBe("onTheWay");
    expect(story.press(rosa, "arrive", { adult: "no" }).is.outings[rosa.id]?.where).not.toBe("atTheHome");
    const absent = school.out("rosa", "eric", { reason: about(true) }).until("14:00");
    expect(absent.seen(rosa).forms.adult).toBeUndefined();
    expect(absent.press(rosa, "arrive").is.outings[rosa.id]?.where).toBe("atTheHome");
  });

  it("keeps whoever comes about attendance and meets no parent at the door (TMC-18, matrix W16)", () => {
    const school = new Played("thomas-more");
    const rosa = school.who("rosa");
    const reason = school.policy.reasons.value.list.find(({ attendance }) => attendance)?.id ?? "";
    const texts = (story: Story) => story.seen(rosa).guidance.map(({ id }) => id);
    const came = () => school.out("rosa", "eric", { reason }).until("14:00");
    const atDoor = texts(came());
    expect(came().seen(rosa).forms.mayBeAlone).toBe(true);
    expect(texts(came().press(rosa, "arrive", { adult: "no" }))).toEqual(atDoor);
    expect(texts(came().press(rosa, "arrive"))).not.toEqual(atDoor);
  });

  it("invites them in, or they wait outside (BEM-69, BEM-70)", () => {
    const school = new Played("bemrose");
    const maya = school.who("maya");
    const story = school.out("maya", "omar").until("14:00");
    expect(story.seen(maya).forms.adult).toBe("invitesIn");
    expect(story.press(maya, "arrive").is.outings[maya.id]?.where).toBe("onTheWay");
    expect(story.press(maya, "arrive", { adult: "no" }).is.outings[maya.id]?.where).toBe("waitingOutside");
  });
});
