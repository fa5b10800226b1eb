import { drawCard, drawRequest } from "../../../cards/draw";
import { sayNotice } from "../../../cards/say";
import { requestForm } from "../../../visits/forms/request";
import { isRefusal } from "../../../visits/refusal";
import { maya, nora, omar, out, requested } from "../../visits/bemrose/story";
import { inputsOf } from "../tree";

describe("on the way at Bemrose", () => {
  const said = (story: ReturnType<typeof out>): string | undefined => {
    const notice = story.told.find(
      ({ to, say }) => "person" in to && to.person === maya.id && ["ping", "reportIn"].includes(say.key),
    );
    return notice && sayNotice(notice, { zone: "Europe/London", school: "", phone: "", now: story.now, repeat: false });
  };

  it("nobody is asked to press at the wheel, and the time runs all the same (BEM-A-21)", () => {
    const story = out().until("14:10");
    expect(said(story)).toMatch(/only when safely parked/);
    expect(story.until("14:20").alarm?.cause).toBe("noContact");
  });

  it("is not said of whoever is in the house (BEM-A-21)", () => {
    const story = out().until("14:00");
    for (const who of [maya, omar]) story.press(who, "arrive", { adult: "yes" });
    const inside = said(story.until("14:10"));
    expect(inside).toMatch(/report in/);
    expect(inside).not.toMatch(/parked/);
  });
});

it("the card with which base watches says when they expect to be there and to leave again (BEM-33)", () => {
  expect(JSON.stringify(drawCard({ card: "watch" }, out().seen(nora)))).toMatch(
    /there 14:00.*Leave the home again.*14:40/,
  );
});

describe("what the document asks for wherever possible, on the card of whoever asks", () => {
  const given = { answer_allPresent: "false", whyNot_allPresent: "Her father works abroad" };
  const inputs = (answers: Record<string, string>) => {
    const story = requested(answers);
    const form = requestForm(story.facts(maya), story.is);
    if (isRefusal(form)) throw new Error(form.say);
    return inputsOf(drawRequest(form));
  };
  const one = (id: string, answers = given) => inputs(answers).find((input) => input.id === id);

  it.each([
    ["that everyone will be there", "BEM-57", "allPresent"],
    ["that the time suits the family", "BEM-56", "familyNeeds"],
  ])("is a tick that may be left, with why: %s (%s)", (_, __, id) => {
    expect(one(`answer_${id}`)).toMatchObject({ isRequired: false });
    expect(one(`whyNot_${id}`)).toMatchObject({ label: "If it was not possible: why not?" });
    expect(one("answer_guidance")).toMatchObject({ isRequired: true });
    expect(one("whyNot_guidance")).toBeUndefined();
  });

  it("stands as it was given when the plan is changed (BEM-56, BEM-57)", () => {
    expect(one("answer_allPresent")).toMatchObject({ value: "false" });
    expect(one("whyNot_allPresent")).toMatchObject({ value: "Her father works abroad" });
    expect(one("answer_familyNeeds")).toMatchObject({ value: "true" });
    expect(one("whyNot_familyNeeds")).toMatchObject({ value: "" });
  });
});
