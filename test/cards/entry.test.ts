// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what was typed may look like a template.
import { drawCard, drawRequest } from "../../cards/draw";
import { requestInputs } from "../../cards/request/view";
import { formOf } from "../../cards/sample-visit";
import { visitCards } from "../../cards/samples";
import { inputsOf, type Node, nodesOf } from "./tree";

const typed = Object.fromEntries(requestInputs.map((id) => [id, `no ${id}`.slice(0, 10)]));
const typedIn = (card: object, id: string): unknown => inputsOf(card).find((input) => input.id === id)?.value;

/** The element that follows an input in its list. */
function below(card: object, id: string): Node | undefined {
  const list = nodesOf(card)
    .flatMap((node) => [node.body, node.items])
    .find((items) => Array.isArray(items) && items.some((one: Node) => one.id === id)) as Node[] | undefined;
  return list?.[list.findIndex((one) => one.id === id) + 1];
}

/** Whether every part around an element is open. */
const isOpen = (card: object, text: string): boolean =>
  nodesOf(card)
    .filter((node) => node.isVisible === false)
    .every((node) => !JSON.stringify(node).includes(text));

describe("a refused press", () => {
  it.each(requestInputs)("keeps what was typed in %s", (id) => {
    const card = drawRequest(formOf(), { input: typed });
    expect(typedIn(card, id)).toBe(`no ${id}`.slice(0, 10));
  });

  it.each(requestInputs)("says the sentence beside %s, in the open, with its clause", (field) => {
    const card = drawRequest(formOf(), { input: {}, refusal: { say: "Please change this.", field, clause: "AET-37" } });
    const beside = below(card, field);
    expect(JSON.stringify(beside)).toMatch(/⚠ Please change this\..*AET-37/);
    expect(isOpen(card, "Please change this.")).toBe(true);
  });

  it.each([undefined, "nowhere"])("says it at the top where it concerns no input (%s)", (field) => {
    const card = drawRequest(formOf(), { input: typed, refusal: { say: "Somebody else has it.", field } }) as Node;
    expect(JSON.stringify((card.body as Node[])[0])).toContain("Somebody else has it.");
  });

  it("says all of them at once, each beside its own input, and what concerns none at the top", () => {
    const lines = [{ id: "one", text: "One of them", clauses: ["AET-39"] }];
    const also = [{ say: "And this.", field: "pupil", lines }, { say: "Ask first." }, { say: "Ask the other." }];
    const card = drawRequest(formOf(), { input: {}, refusal: { say: "Change this.", field: "purpose", also } }) as Node;
    const shown = (id: string) => JSON.stringify(below(card, id));
    expect(shown("purpose")).toContain("Change this.");
    expect(shown("pupil")).toMatch(/And this\..*One of them.*AET-39/);
    expect(JSON.stringify((card.body as Node[]).slice(0, 2))).toMatch(/Ask first\..*Ask the other\./);
    const ids = nodesOf(card).flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("opens the part that somebody had begun to fill", () => {
    const closed = drawRequest(formOf());
    const opened = drawRequest(formOf(), { input: { loneWhy: "Nobody is free" } });
    const special = (card: object) => nodesOf(card).find(({ id }) => id === "special")?.isVisible;
    expect([special(closed), special(opened)]).toEqual([false, true]);
  });

  it("keeps typed templates and dates as they are, in the input alone", () => {
    const card = drawRequest(formOf(), { input: { purpose: "${x} {{DATE(1)}} **b**" } });
    expect(typedIn(card, "purpose")).toBe("${x} {{DATE(1)}} **b**");
    expect(JSON.stringify(card).match(/\{\{DATE/g)).toHaveLength(1);
  });

  it("cuts no more than an input may hold", () => {
    const card = drawRequest(formOf(), { input: { purpose: "x".repeat(100_000) } });
    expect(String(typedIn(card, "purpose"))).toHaveLength(1000);
  });

  it("never changes what its buttons send", () => {
    const { slot, sight } = visitCards.visit?.out ?? (undefined as never);
    const buttons = (card: object) => nodesOf(card).filter(({ type }) => type === "Action.Execute");
    expect(buttons(drawCard(slot, sight, { input: { answer: "x", verb: "y", why: "z" } }))).toEqual(
      buttons(drawCard(slot, sight)),
    );
  });
});
