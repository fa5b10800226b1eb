import { helen, priya, tom } from "../people";
import { packs, rightsAt } from "../visits/rights/states";
import { covert, press, type Step, standsDown, states, twoGoThere, until } from "../visits/signed-out-nowhere";
import { approval, leaving, type Story } from "../visits/story";
import { opened, theirs } from "../visits/visitors-see";

/** What may follow, for the visitors the same in both. */
const after: Record<string, readonly Step[]> = {
  "the clock alone": [until("14:02"), until("14:16"), until("15:20"), until("17:00")],
  "she signs out after all": [press(priya, "signOut", leaving), until("14:12"), press(priya, "signIn"), until("16:30")],
  "she says that she is out": [press(priya, "reportOut"), press(priya, "checkIn"), until("15:30")],
  "the visit is called off": [press(tom, "cancel", { how: "cancelled", why: "No" }), until("15:30")],
  "he comes back without her, and she is asked after": [
    press(tom, "signIn"),
    until("13:52"),
    press(priya, "stayBehind"),
  ],
  "he comes back without her, and she says nothing": [press(tom, "signIn"), until("15:30")],
  "it is approved": [press(helen, "approve", approval), until("14:30")],
  "she writes the minutes": [
    press(priya, "writeMinutes", { text: "Done", issues: "no", concern: "no" }),
    press(priya, "completeTask", { review: "ok" }, 2),
    until("16:30"),
  ],
};
const school: Record<string, Step> = {
  "it is marked safe": standsDown,
  "the police are rung": press(helen, "recordDecision", { decision: "policeCalled", reference: "77" }, 901),
  "two go there": twoGoThere,
};

describe.each(Object.entries(states))(
  "S4: a discreet call of somebody who is signed out nowhere: %s",
  (_state, tell) => {
    const told = tell();
    const begin = () => told.branch();
    const called = told.branch().overheard(priya).quiet();
    /** The rest of the afternoon, once she has said that she is out. */
    const later: Step = (story) => {
      press(priya, "reportOut")(story);
      until("15:30")(story);
    };
    const unheard = begin();
    later(unheard);
    const plain = [theirs(unheard), opened(unheard)].map((what) => JSON.stringify(what));

    it.each(Object.entries(after))("shows sender and companion nothing: %s", (_after, steps) => {
      const [hidden, plain] = [called.branch(), begin()];
      expect(covert(hidden)).toMatchObject({ no: 901, about: { [priya.id]: {} } });
      for (const step of steps) {
        for (const story of [hidden, plain]) step(story);
        expect(JSON.stringify(theirs(hidden))).toBe(JSON.stringify(theirs(plain)));
      }
    });

    it.each(Object.entries(school))(
      "shows sender and companion nothing of what the school does: %s",
      (_school, does) => {
        const hidden = called.branch();
        does(hidden);
        later(hidden);
        expect([theirs(hidden), opened(hidden)].map((what) => JSON.stringify(what))).toEqual(plain);
      },
    );
  },
);

describe.each(packs)("S4: at %s's school it is told, and shows nothing", (pack) => {
  it.each(["ready", "back"] as const)("%s", (state) => {
    const rights = rightsAt(pack);
    const [hidden, plain] = [rights.in(state), rights.in(state)];
    const lead = rights.lead;
    hidden.overheard(lead).quiet();
    expect(hidden.told.some(({ alarm }) => alarm === 901)).toBe(true);
    for (let i = 0; i < 6; i++) {
      for (const story of [hidden, plain]) story.pushTo(story.now + 40 * 60_000);
      const sees = (story: Story) => JSON.stringify(theirs(story, [lead, rights.companion]));
      expect(sees(hidden)).toBe(sees(plain));
    }
  });
});
