import { requestForm } from "../../visits/forms/request";
import { type Start, startForm } from "../../visits/homes/last-time";
import { isRefusal } from "../../visits/refusal";
import type { RequestForm } from "../../visits/sight";
import type { Visit } from "../../visits/visit";
import { grace, priya, tom } from "../people";
import { at, begin, request, requested } from "./story";

const story = begin();
const form = requestForm(story.facts(priya)) as RequestForm;
if (isRefusal(form)) throw new Error("no form");
const visitOf = (id: string, plan: Partial<Visit["plan"]> = {}): Visit => {
  const { is } = requested();
  return { ...is, id, plan: { ...is.plan, household: (plan.pupil ?? is.plan.pupil).toLowerCase(), ...plan } };
};
const first = visitOf("meadow.first", { start: at("14:00", "2026-11-02") });
const second = visitOf("meadow.second", { start: at("14:00", "2026-11-16"), purpose: "To see how it goes" });
const other = visitOf("meadow.other", { pupil: "Sam Smith", start: at("14:00", "2026-11-09") });
const mine = [first, second, other];
const start = (begun: Start, visits: readonly Visit[] = mine, me = priya.id) =>
  startForm(form, visits, me, { now: story.now, ...begun });

describe("same as last time", () => {
  it("is offered for each pupil's newest visit, the newest first", () => {
    expect(start({}).again.map(({ visit }) => visit)).toEqual(["meadow.second", "meadow.other"]);
  });

  it("fills in what stays the same, and never when, what was agreed or what is new", () => {
    const { values, like, again } = start({ like: "meadow.first" });
    expect(values).toEqual({
      pupil: request.pupil,
      address: request.address,
      postcode: request.postcode,
      reason: request.reason,
      purpose: request.purpose,
      whyNotInSchool: request.whyNotInSchool,
      companion: tom.id,
      date: form.today,
    });
    expect(like).toEqual({ visit: "meadow.first", pupil: "Ella Martin", at: at("14:00", "2026-11-02") });
    expect(again).toEqual([]);
  });

  it("takes the other one for the companion, whoever asks", () => {
    const asker = requestForm(story.facts(tom)) as RequestForm;
    const { values } = startForm(asker, mine, tom.id, { now: story.now, like: "meadow.first" });
    expect(values.companion).toBe(priya.id);
  });

  it("fills in no companion who can't be chosen any more, and no reason that the policy has no more", () => {
    const old = visitOf("meadow.old", { visitors: [priya.id, "gone"], reason: "gone" });
    const { values } = start({ like: "meadow.old" }, [old]);
    expect([values.companion, values.reason]).toEqual([undefined, ""]);
  });

  it("keeps what was understood of a sentence before, and takes nothing else from a button", () => {
    const known = { date: "2026-11-25", start: "14:00", companion: grace.id };
    const odd = { pupil: "X", address: "Y", back: "99:99:99", companion2: "Z", reason: "none", leave: "soon" };
    const { values } = start({ like: "meadow.first", values: { ...odd, ...known } });
    expect(values).toMatchObject({ ...known, pupil: request.pupil, address: request.address, reason: request.reason });
    expect(values).not.toHaveProperty("back");
    expect(values).not.toHaveProperty("leave");
  });

  it("is offered for the pupil of whom somebody wrote, and for those who may be meant", () => {
    const named = (sentence: string, visits = mine) => start({ sentence }, visits).again.map(({ visit }) => visit);
    expect(named("visit Sam Smith tomorrow 2pm")).toEqual(["meadow.other"]);
    expect(named("visit Jo Brown tomorrow 2pm")).toEqual([]);
    const namesake = visitOf("meadow.ella", { pupil: "Ella Brown" });
    expect(named("visit Ella tomorrow 2pm", [...mine, namesake])).toEqual(["meadow.ella", "meadow.second"]);
  });

  it("is done at once where a sentence says so", () => {
    const again = (sentence: string) => start({ sentence }).like?.visit;
    expect(again("visit Sam Smith again tomorrow 2pm")).toBe("meadow.other");
    expect(again("request visit same as last time")).toBe("meadow.second");
    expect(again("visit Jo Brown again tomorrow 2pm")).toBeUndefined();
  });

  it("asks for the day where a sentence names none, and knows the home", () => {
    const { values } = start({ sentence: "visit Sam Smith at 2pm" });
    expect(values).toEqual({
      pupil: "Sam Smith",
      start: "14:00",
      address: request.address,
      postcode: request.postcode,
    });
  });
});
