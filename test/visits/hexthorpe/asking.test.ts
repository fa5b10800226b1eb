import { at } from "../story";
import { abel, begin, coordinated, dora, paula, policy, requested, ryan, sita, visit } from "./story";

const refusedFor = (change: Record<string, string>) => requested(change).refusal;
const outsider = { outsiderName: "Ann Roe", outsiderOrganisation: "NHS", outsiderPhone: "+44 7700 900777" };

describe("a request at Hexthorpe", () => {
  it("says why the parents can't be met on site (HEX-20)", () => {
    expect(refusedFor({ whyNotInSchool: "" })).toMatchObject({ field: "whyNotInSchool", clause: "HEX-20" });
  });

  it("says which of the policy's objectives it serves (HEX-16, HEX-17, HEX-18, HEX-19)", () => {
    expect(refusedFor({ answer_objective: "" })).toMatchObject({ field: "answer_objective", clause: "HEX-16" });
    const line = requested()
      .seen(paula)
      .answers?.find(({ id }) => id === "objective");
    expect(line).toMatchObject({ said: "Attendance", clauses: ["HEX-16", "HEX-17", "HEX-18", "HEX-19"] });
  });

  it("goes home or to a parent's place of work, which is named, and nowhere else (HEX-10)", () => {
    expect(refusedFor({ destination: "elsewhere" })).toMatchObject({ field: "destination", clause: "HEX-10" });
    expect(refusedFor({ destination: "work" })).toMatchObject({ field: "placeName", clause: "HEX-10" });
    const story = requested({ destination: "work", placeName: "The bakery" });
    expect(story.is.plan).toMatchObject({ destination: "work", placeName: "The bakery" });
    expect(story.seen(abel).placeName).toBe("The bakery");
  });

  it("does not take the home for the place of work that nobody gave", () => {
    const story = begin();
    story.past = { firstVisit: false, incidents: [], home: { address: "12 Mill Lane", postcode: "DE1 3AB" } };
    const work = { ...visit, destination: "work", placeName: "The bakery", address: "", postcode: "" };
    expect(story.press(ryan, "requestVisit", work).refusal?.field).toBe("address");
  });

  it("sends two members of staff, always: an outside professional is none, and no reason makes it one (HEX-29)", () => {
    expect(refusedFor({ companion: "", loneWhy: "Nobody is free" })).toMatchObject({
      field: "companion",
      clause: "HEX-29",
    });
    expect(refusedFor({ companion: "", ...outsider })).toMatchObject({ field: "companion", clause: "HEX-29" });
    expect(requested(outsider).is.plan.visitors).toEqual([ryan.id, sita.id]);
  });

  it("lets a designated member of staff ask, and somebody of the admin team go along, who then has no watch (HEX-09, HEX-30)", () => {
    expect(policy.visitorRoles.value).toEqual(["visitor", "pastoral", "office"]);
    const story = begin()
      .press(ryan, "requestVisit", { ...visit, companion: dora.id })
      .press(dora, "agreeToVisit")
      .press(paula, "approve")
      .until("13:30");
    for (const who of [ryan, dora]) story.press(who, "signOut", { allTrue: "true" });
    expect(story.press(dora, "takeWatch").refusal).toBeDefined();
    expect(story.press(abel, "takeWatch").is.watch?.by).toBe(abel.id);
  });

  it("goes from door to door in one outing, each with its pupil and address (HEX-37)", () => {
    const doors = {
      stop2Pupil: "Ben Cole",
      stop2Address: "3 Low Road, Derby",
      stop2Postcode: "de1 4cd",
      stop3Pupil: "Amy Shaw",
      stop3Address: "5 Low Road, Derby DE1 4CE",
    };
    const story = requested(doors);
    expect(story.is.plan.stops).toMatchObject([
      { pupil: "Ben Cole", address: "3 Low Road, Derby", postcode: "DE1 4CD" },
      { pupil: "Amy Shaw", postcode: "DE1 4CE" },
    ]);
    expect(refusedFor({ ...doors, stop3Pupil: "" })).toMatchObject({ field: "stop3Pupil" });
    expect(refusedFor({ ...doors, stop2Postcode: "" })).toMatchObject({ field: "stop2Postcode" });
    expect(story.seen(abel).stops).toMatchObject([{ address: "3 Low Road, Derby, DE1 4CD" }, {}]);
    expect(story.seen(abel).stops?.[0]).not.toHaveProperty("pupil");
  });

  it("sends another plan round again when a door is added", () => {
    const added = { ...visit, stop2Pupil: "Ben Cole", stop2Address: "3 Low Road, Derby DE1 4CD" };
    expect(coordinated().press(ryan, "amend", added).is.phase).toBe("asked");
  });

  it("says to whoever coordinates that somebody else goes to the same home (HEX-28)", () => {
    const story = requested();
    story.past = { firstVisit: false, incidents: [], near: [{ at: at("10:00", "2026-11-24"), by: sita.id }] };
    expect(story.seen(paula).near).toEqual([{ at: at("10:00", "2026-11-24"), by: sita.name }]);
  });
});
