import { priya, tom } from "../people";
import { approved, leaving } from "./story";

const signedOut = (vehicle: string, who = tom) =>
  approved()
    .until("13:30")
    .press(who, "signOut", { ...leaving, vehicle }).refusal;

describe("the vehicle that the school holds on record (AET-91, AET-A-63)", () => {
  it.each(["blue car", "my car", "Ford Fiesta AB12 CDE", "blue Ford Fiesta", "blue BMW 320d", "AB12 CDE", "12345"])(
    "is not identified by %s",
    (vehicle) => {
      expect(signedOut(vehicle)).toMatchObject({ refused: "vehicle", field: "vehicle", clause: "AET-91" });
      expect(signedOut(vehicle)?.say).toContain("make, model, registration, colour");
    },
  );

  it.each([
    "blue Ford Fiesta, AB12 CDE",
    "red kia rio ki14red",
    "AB12 CDE Skoda Fabia (blue)",
    "white Renault 5, A123 BCD",
    "grey Morris Minor ABC 123D",
    "silver Seat Leon, 131-D-1234",
    "black VW Golf, M-AB 1234",
  ])("is identified by %s", (vehicle) => {
    expect(signedOut(vehicle)).toBeUndefined();
  });

  it.each([
    "On foot",
    "walking",
    "By bus",
    "the train",
    "taxi",
    "with Tom",
    "Cycling",
    "in Tom's car",
    "lift from Sam",
  ])("is none of their own for whoever goes %s", (vehicle) => expect(signedOut(vehicle)).toBeUndefined());

  it("is taken as the school itself has recorded it, however its plate is written", () => {
    const story = approved().until("13:30");
    const odd = { make: "Skoda", model: "Fabia", registration: "Q", colour: "Blue" };
    story.lists(priya, { vehicle: odd });
    expect(story.press(priya, "signOut", { allTrue: "true" }).refusal).toBeUndefined();
  });
});
