import { drawCard } from "../../../cards/draw";
import { ann, joan, priya, tom } from "../../people";
import { approved, at, inside, leaving, out, requested, type Story } from "../../visits/story";
import { markdownOf, nodesOf, plainOf } from "../tree";

const watchCard = (story: Story): string => {
  const drawn = drawCard({ card: "watch" }, story.seen(ann));
  return [...markdownOf(drawn), ...plainOf(drawn)].join("\n");
};

describe("the record of a visit at Aspire", () => {
  const gone = approved().until("13:34").press(priya, "signOut", leaving).press(tom, "signOut", leaving);

  it("is with the school office before anybody leaves, and while they are out (AET-44, AET-A-49)", () => {
    for (const story of [approved(), gone]) {
      expect(story.toldTo(ann)).toContain("watchAsked");
      expect(watchCard(story)).toContain("12 Mill Lane");
    }
    expect(requested().toldTo(ann)).toEqual([]);
  });

  it.each([
    ["who goes", "AET-A-50", /Priya Shah and Tom Okafor/],
    ["the time of the appointment", "AET-A-51", /14:00/],
    ["the address", "AET-A-52", /12 Mill Lane, Derby/],
    ["when they left", "AET-A-53", /13:34/],
    ["when they are expected back", "AET-A-54", /15:00/],
    ["their vehicle: colour, make, model and registration", "AET-91, AET-A-63", /Blue Skoda Fabia, FX21 MDW/],
  ])("tells the office %s (%s)", (_, _clauses, said) => {
    expect(watchCard(gone)).toMatch(said);
  });

  it("has each visitor's number, which the office can ring (AET-78, AET-A-62)", () => {
    expect(gone.seen(ann).visitors.map(({ phone }) => phone)).toEqual([priya.phone, tom.phone]);
    const urls = nodesOf(drawCard({ card: "watch" }, gone.seen(ann))).flatMap(({ url }) => url ?? []);
    expect(urls).toEqual(expect.arrayContaining(["tel:+447700900002", "tel:+447700900003"]));
  });

  it("gives visitors the school's numbers for their phones, or says that it has only one (AET-A-65)", () => {
    const story = approved().until("13:30");
    const shown = () => nodesOf(drawCard({ card: "visit" }, story.seen(priya))).map(({ text }) => String(text));
    expect(shown()).toContainEqual(
      expect.stringMatching(/^For your phone: \+44 1332 900100\. .*ask the school office/),
    );
    story.setUp({ phone2: "+44 1332 900101" });
    expect(shown()).toContain("For your phone: +44 1332 900100, +44 1332 900101");
  });

  it("keeps whoever watches informed of what changes on the way (AET-A-59)", () => {
    const story = out().until("13:40").press(priya, "changePlan", { back: "15:30" });
    expect(story.seen(ann).times.back).toBe(at("15:30"));
    expect(watchCard(story)).toContain("15:30");
    story.until("14:02").press(priya, "arrive", { adult: "yes" });
    expect(story.seen(ann).visitors[0]?.outing).toMatchObject({ contact: at("14:02"), where: "atTheHome" });
  });
});

describe("at the home", () => {
  it("a serious concern about a child is for the police and the agencies: whoever takes it on refers it (AET-109)", () => {
    const taken = (what: string) =>
      inside()
        .press(priya, "reportChild", { what })
        .press(joan, "takeConcern")
        .is.tasks.filter(({ line }) => line);
    for (const what of ["concern", "danger", "rang999"])
      expect(taken(what)).toMatchObject([{ kind: "referral", for: [joan.id], line: "policeAndAgencies", apart: true }]);
    expect(taken("unsure")).toEqual([]);

    const story = inside().press(priya, "reportChild", { what: "danger" }).press(joan, "takeConcern");
    const no = story.is.tasks[0]?.no;
    expect(story.toldTo(joan)).toContain("taskDue");
    const card = drawCard({ card: "task", no }, story.seen(joan));
    expect([...markdownOf(card), ...plainOf(card)].join()).toContain("The police and the agencies concerned");
    expect(story.press(joan, "completeTask", {}, { no }).refusal).toMatchObject({ field: "note", clause: "AET-109" });
    story.press(joan, "completeTask", { note: "999 and social care, 14:20" }, { no });
    expect(story.is.tasks[0]?.done).toMatchObject({ by: joan.id, note: "999 and social care, 14:20" });
  });
});
