import { ann, priya, tom } from "../people";
import { approved, inside, out, requested, type Story } from "./story";

const breaches = ({ is }: Story) => is.breaches.map(({ what, who }) => [what, who]);
const alarm = (story: Story, cause: string) => story.is.alarms.find((one) => one.cause === cause);

describe("S1: whoever checks in without having signed out is out", () => {
  it("of a visit that nobody has approved", () => {
    const story = requested().press(priya, "checkIn");
    expect(story.is.outings[priya.id]).toBeDefined();
    expect(breaches(story)).toEqual([["notApproved", [priya.id]]]);
  });

  it("of one that was", () => {
    expect(breaches(approved().press(priya, "checkIn"))).toEqual([["noSignOut", [priya.id]]]);
  });

  it("and once only, nor if they did sign out", () => {
    expect(breaches(requested().press(priya, "checkIn").press(priya, "checkIn"))).toHaveLength(1);
    expect(breaches(out().press(priya, "checkIn"))).toEqual([]);
  });
});

describe("S3: a press of those who are out", () => {
  /** Tom goes on checking in; nobody has heard of Priya for an hour. */
  const priyaIsSilent = () =>
    inside().press(priya, "changePlan", { back: "15:55" }).until("14:25").press(tom, "checkIn").until("15:15");

  it("stands on their companion's call for help, and ends nothing", () => {
    const story = inside().press(tom, "askForHelp").press(priya, "checkIn");
    expect(alarm(story, "emergency")).toMatchObject({ taps: [{ who: priya.id, what: "ok" }] });
    expect(alarm(story, "emergency")?.ended).toBeUndefined();
  });

  it("says nothing of a companion who is missed", () => {
    const story = priyaIsSilent();
    expect(Object.keys(alarm(story, "noContact")?.about ?? {})).toEqual([priya.id]);
    story.press(tom, "checkIn");
    expect(alarm(story, "noContact")).toMatchObject({ taps: [] });
    expect(alarm(story, "noContact")?.ended).toBeUndefined();
  });

  it("ends an alarm about themselves as what it was: a tap, or being back", () => {
    expect(alarm(priyaIsSilent().press(priya, "checkIn"), "noContact")?.ended?.how).toBe("tap");
    expect(alarm(priyaIsSilent().press(priya, "signIn"), "noContact")?.ended?.how).toBe("signedIn");
  });

  it("ends it again once the hold of whoever took it is over, and nobody has tried", () => {
    const story = priyaIsSilent();
    story.press(ann, "acknowledge", {}, { no: alarm(story, "noContact")?.no });
    expect(alarm(story.branch().press(priya, "checkIn"), "noContact")?.ended).toBeUndefined();
    story.now = (alarm(story, "noContact")?.holder?.until ?? 0) + 1;
    expect(alarm(story.press(priya, "checkIn"), "noContact")?.ended?.how).toBe("tap");
  });
});
