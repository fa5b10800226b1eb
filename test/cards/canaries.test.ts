import { drawBoard, drawCard, drawVisits } from "../../cards/draw";
import { sayNotice } from "../../cards/say";
import type { Person } from "../../schools/school";
import type { Viewer } from "../../visits/may-see";
import { recipientKey } from "../../visits/notice";
import { packs, Rights, type State } from "../visits/rights/states";
import type { Story } from "../visits/story";

/** P10: a word that stands nowhere else in each sensitive field, looked for wherever anybody of any school could come upon it. */

const ofPupil = {
  pupil: "CANARYPUPIL",
  purpose: "CANARYPURPOSE",
  whyNotInSchool: "CANARYREASON",
  agreedHow: "CANARYAGREED",
  siblings: "CANARYSIBLING",
  warningText: "CANARYWARNING",
};
const ofPlace = { address: "CANARYSTREET", postcode: "ZZ9 9ZZ" };
const codeWords = ["green folder", "blue harbour", "silver kettle"];
const untold: readonly State[] = ["asked", "ready", "out", "back", "closed", "off"];

const foundIn = (text: string, words: readonly string[]): string[] => words.filter((word) => text.includes(word));

describe.each(packs)("P10: at %s", (pack) => {
  const school = new Rights(pack, { ...ofPupil, ...ofPlace });
  const { policy, roster } = school;
  const stories = school.states
    .filter((state) => state !== "none")
    .map((state) => ({ state, story: school.in(state) }));
  const phones = roster.people.map(({ phone }) => phone ?? "").filter(Boolean);
  const everything = [...Object.values(ofPupil), ...Object.values(ofPlace), ...codeWords, ...phones];
  const channels: readonly Viewer[] = Object.keys(roster.school.channels).map((channel) => ({ channel }));

  const { timezone: zone, name, phone } = roster.school;
  const context = { zone, school: name, phone };

  /** As text, everything that one of them could have before them: each card that could be drawn of it, and the lists. Several rules read it. */
  const read = new Map<Story, Map<Viewer, string>>();
  const sinks = (story: Story, viewer: Viewer): string => {
    const ofStory = read.get(story) ?? new Map<Viewer, string>();
    const text = ofStory.get(viewer) ?? JSON.stringify(drawn(story, viewer));
    read.set(story, ofStory.set(viewer, text));
    return text;
  };
  const drawn = (story: Story, viewer: Viewer): unknown[] => {
    const sight = story.seen(viewer);
    const list = { school: sight.school, now: story.now };
    const slots = story.told.filter(
      ({ to }) => recipientKey(to) === ("id" in viewer ? viewer.id : `channel:${viewer.channel}`),
    );
    return [
      sight,
      ...slots.map(({ slot }) => drawCard(slot, sight)),
      drawBoard({ sights: [sight], unreadable: 0 }, list),
      drawVisits([sight], list),
    ];
  };

  it("no text that is sent, and that a locked phone would show, has anything of the pupil, the place, a phone or the code word", () => {
    const said = stories.flatMap(({ story }) =>
      story.told.map((notice) => sayNotice(notice, { ...context, now: story.now, repeat: false })),
    );
    expect(said.length).toBeGreaterThan(20);
    expect(foundIn(JSON.stringify(said), everything)).toEqual([]);
  });

  it("nothing of the pupil is before anybody but those who go, decide, safeguard, or hold the record of the family", () => {
    const talks = policy.discussFirst.value.flatMap(({ with: roles }) => roles);
    const deciding = [policy.approvers, policy.coordinators, policy.standIns, policy.safeguardingTo].flatMap(
      ({ value }) => value,
    );
    const needs = ({ id, roles }: Person) =>
      [school.lead.id, school.companion.id].includes(id) ||
      roles.some((role) => [...deciding, ...talks].includes(role));
    const keeps = ({ roles }: Person) =>
      policy.recordFields.value.some(({ id }) => id === "family") &&
      roles.some((role) => policy.recordHeldBy.value.includes(role));
    const calls = policy.alternativeContact.value?.approvers ?? [];
    const others = roster.people.filter((person) => !needs(person));
    expect(others.length + channels.length).toBeGreaterThan(1);
    /** Whoever authorises a call in place of the visit reads why, until they have decided (AET-A-114). */
    const authorises = (viewer: Viewer, state: State) =>
      state === "planned" && "id" in viewer && viewer.roles.some((role) => calls.includes(role));
    for (const { state, story } of stories)
      for (const viewer of [...others, ...channels].filter((one) => !authorises(one, state))) {
        const { pupil, ...rest } = ofPupil;
        const words = "id" in viewer && keeps(viewer) ? Object.values(rest) : [pupil, ...Object.values(rest)];
        expect([state, viewer, foundIn(sinks(story, viewer), words)]).toEqual([state, viewer, []]);
      }
  });

  it("a channel, and a colleague without any part in it, see where they are and their numbers only while there is an alarm", () => {
    const colleague: Person = {
      ...school.lead,
      id: "colleague",
      name: "A colleague",
      phone: "+44 7700 900999",
      roles: ["visitor"],
    };
    for (const { state, story } of stories.filter(({ state }) => untold.includes(state)))
      for (const viewer of [colleague, ...channels])
        expect([state, foundIn(sinks(story, viewer), [...Object.values(ofPlace), ...phones])]).toEqual([state, []]);
    for (const { story } of stories)
      expect(foundIn(sinks(story, colleague), [...Object.values(ofPlace), ...phones])).toEqual([]);
  });

  it("P1: the code word is before nobody", () => {
    for (const { story } of stories)
      for (const viewer of [...roster.people, ...channels])
        expect(foundIn(sinks(story, viewer), codeWords)).toEqual([]);
    expect(foundIn(JSON.stringify([roster, policy]), codeWords)).toEqual([]);
  });
});
