import { drawCard, drawRequest } from "../../cards/draw";
import type { Person } from "../../schools/school";
import type { Input, Verb } from "../../visits/command";
import { requestForm } from "../../visits/forms/request";
import type { RequestForm } from "../../visits/sight";
import { packs, rightsAt } from "../visits/rights/states";
import type { Story } from "../visits/story";
import { inputsOf } from "./tree";

/** At each school: a card marks those inputs as required that the rules never take empty, and no others. */

const idsOf = (card: object): string[] => inputsOf(card).map(({ id }) => String(id));
const marked = (card: object): string[] =>
  inputsOf(card)
    .filter(({ isRequired }) => isRequired === true)
    .map(({ id }) => String(id));

describe.each(packs)("at a school on %s", (pack) => {
  const school = rightsAt(pack);
  const { lead } = school;

  const refused = (story: Story, verb: Verb, input: Input) => story.branch().press(lead, verb, input).refusal;
  /** Of all these ways to fill it in that the rules take: what none can do without. */
  const needed = (card: object, story: Story, verb: Verb, ways: readonly Input[]): string[] => {
    const taken = ways.filter((input) => !refused(story, verb, input));
    expect(taken[0]).toBe(ways[0]);
    return idsOf(card).filter((id) =>
      taken.every((input) => input[id] && refused(story, verb, { ...input, [id]: "" })?.field === id),
    );
  };

  it("is so on the request's card", () => {
    const story = school.begin();
    story.past = { ...story.past, firstVisit: false, home: { address: "12 Mill Lane, Derby", postcode: "DE1 3AB" } };
    const form = requestForm(story.facts(lead)) as RequestForm;
    const input = school.input("requestVisit");
    const grounds = form.grounds.map(({ id, needs }) => ({ agreed: id, needs: needs.map((one) => one.id).join(",") }));
    const ways = [
      input,
      ...grounds.map((ground) => ({ ...input, agreedHow: "", agreedWay: "", unannouncedWhy: "Urgent", ...ground })),
      { ...input, companion: "", loneWhy: "Nobody is free" },
      { ...input, companion: "", outsiderName: "Jo Lee", outsiderOrganisation: "NHS", outsiderPhone: "07700900123" },
      { ...input, address: "", postcode: "" },
      { ...input, reportEvery: "", reportAt: "14:20" },
    ];
    const card = drawRequest(form);
    expect(marked(card)).toEqual(needed(card, story, "requestVisit", ways));
  });

  it("is so on the card of the minutes", () => {
    const story = school.in("back");
    const own = (story.seen(lead).forms.minutes?.fields ?? []).map(({ id }) => [`field_${id}`, "Her mother"]);
    const input = { ...school.input("writeMinutes"), ...Object.fromEntries(own), noAction: "true" };
    const card = drawCard({ card: "minutes" }, story.seen(lead));
    const ways = [input, { ...input, noAction: "", actions: "To ring", action1: "To ring" }];
    expect(marked(card)).toEqual(needed(card, story, "writeMinutes", ways));
  });

  it("is so on the card of each thing that is left to do", () => {
    const story = school.in("back").press(lead, "writeMinutes", { ...school.input("writeMinutes"), noAction: "true" });
    for (const { no } of story.is.tasks)
      for (const person of school.roster.people)
        if (story.seen(person).tasks.some((task) => task.no === no && task.may)) checks(story, person, no);
  });

  function checks(story: Story, person: Person, no: number) {
    const press = (input: Input) => story.branch().press(person, "completeTask", input, { no }).refusal;
    const ways: Input[] = [
      { note: "By phone", review: "ok" },
      { note: "By phone", how: "notNeeded" },
    ];
    const taken = ways.filter((input) => !press(input));
    if (taken.length === 0) return;
    const needsNote = taken.every((input) => press({ ...input, note: "" })?.field === "note");
    const card = drawCard({ card: "task", no }, story.seen(person));
    expect([no, marked(card).includes("note")]).toEqual([no, needsNote]);
    met.add(story.is.tasks.find((task) => task.no === no)?.kind ?? "");
  }
});

const met = new Set<string>();
afterAll(() => expect([...met]).toEqual(expect.arrayContaining(["file", "copy"])));
