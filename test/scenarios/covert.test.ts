import { leftOutOfQuick } from "../left-out";
import { expectAlarm, stamp } from "./covert-alarm";
import { Twins } from "./twins";

describe("covert help beside an ordinary twin", () => {
  let twins: Twins;
  beforeAll(async () => {
    twins = await Twins.open("tom");
  });
  afterAll(() => twins.close());

  it("S4: in free text is told to the responders, and looks like a check-in", async () => {
    await twins.until("10:30:15");
    const says = () => twins.does("priya", (seat) => seat.says("All fine. The Green-Folder is on my desk"));
    expectAlarm(901, await twins.isToldOf(says));
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  it("S4: is alike through acknowledgement, police stamp and whatever sender and companion do meanwhile", async () => {
    await twins.covert.samuel.presses("acknowledge");
    await twins.until("10:33:15");
    await twins.everybodyLooks("priya");
    await twins.covert.helen.presses("recordDecision", stamp("10:33"));
    await twins.until("10:36:15");
    await twins.everybodyLooks("tom");
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  it("S4: is ended by the DSL alone, and alike afterwards", async () => {
    await twins.isMarkedSafe();
    await twins.until("10:40:15");
    await twins.everybodyLooks("priya", "tom");
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  it("S4: by the disguised answer looks like that answer", async () => {
    await twins.until("10:55:15");
    const answers = () => twins.does("priya", (seat) => seat.presses("checkIn", { answer: "stayingAWhile" }));
    expectAlarm(902, await twins.isToldOf(answers));
    await twins.everybodyLooks("tom", "priya");
    expect(twins.differences("priya", "tom")).toEqual([]);
  });

  leftOutOfQuick(
    "S4: in inputs and on old cards, beside silence, through sign-in and the next request, and before a senior leader",
  );
});
