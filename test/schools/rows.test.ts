import { inputOf } from "../../policies/setting-input";
import type { ParameterName } from "../../policies/statements";
import { readChange } from "../../schools/setup/inputs";
import type { SetUpInput } from "../../schools/setup/reader";

const standing = (rows: readonly object[]) => ({
  ...{ rota: [], rooms: [], baseline: null, inputOf: (name: string) => inputOf(name as ParameterName) },
  written: () => rows,
});
const letter = { id: "before", text: "A letter", when: "before", clauses: ["LAT-30"] };
const card = { id: "card", text: "A card", when: "noOneHome", clauses: [] };
const press = (setting: string, input: SetUpInput, rows: readonly object[] = [letter, card]) =>
  readChange({ setting, ...input }, standing(rows));
const value = (setting: string, input: SetUpInput, rows?: readonly object[]) => {
  const asked = press(setting, input, rows);
  if ("refused" in asked || asked.change.kind !== "setting") throw new Error("refused");
  return asked.change.value;
};

describe("a line of a list that the policy leaves to the school", () => {
  it("is added at the end, with an id of its own made of its words, and no clause", () => {
    expect(value("letters", { do: "saveRow", rowText: "Card 2, through the door", when: "noOneHome" })).toEqual([
      letter,
      card,
      { id: "cardThroughThe", text: "Card 2, through the door", when: "noOneHome", clauses: [] },
    ]);
    expect(value("letters", { do: "saveRow", rowText: "Card", when: "before" })).toContainEqual(
      expect.objectContaining({ id: "card2" }),
    );
    expect(value("letters", { do: "saveRow", rowText: "手紙", when: "before" })).toContainEqual(
      expect.objectContaining({ id: "line" }),
    );
  });

  it("is changed, keeps its id and its clauses, and the others stay", () => {
    expect(value("letters", { do: "saveRow", row: "before", rowText: "A note", when: "atTheVisit" })).toEqual([
      { ...letter, text: "A note", when: "atTheVisit" },
      card,
    ]);
  });

  it("is moved and taken out", () => {
    expect(value("letters", { do: "rowUp", row: "card" })).toEqual([card, letter]);
    expect(value("letters", { do: "rowDown", row: "before" })).toEqual([card, letter]);
    expect(value("letters", { do: "takeRow", row: "before" })).toEqual([card]);
  });

  it("has lines within it, one a line, and what nobody said is not in it", () => {
    const ground = {
      id: "urgent",
      text: "Urgent",
      clauses: [],
      needs: [{ id: "dsl", text: "DSL knows", clauses: ["AET-37"] }],
    };
    const saved = value(
      "unannounced",
      { do: "saveRow", row: "urgent", rowText: "Urgent", needs: "DSL knows\n\nParents rung first" },
      [ground],
    );
    expect(saved).toEqual([
      { ...ground, needs: [...ground.needs, { id: "parentsRungFirst", text: "Parents rung first", clauses: [] }] },
    ]);
    expect(
      value("tellOthers", { do: "saveRow", rowText: "The LA", when: "before", only: " ", should: "false" }, []),
    ).toEqual([{ id: "theLa", text: "The LA", clauses: [], when: "before" }]);
  });

  it.each<[string, string, SetUpInput, string]>([
    ["says nothing", "letters", { do: "saveRow", rowText: " ", when: "before" }, "rowText"],
    ["does not say when", "letters", { do: "saveRow", rowText: "A note" }, "when"],
    ["says a when that there is not", "letters", { do: "saveRow", rowText: "A note", when: "never" }, "when"],
    ["is with nobody", "discussFirst", { do: "saveRow", rowText: "Talk" }, "with"],
    ["is none", "letters", { do: "takeRow", row: "constructor" }, "row"],
    ["is the first already", "letters", { do: "rowUp", row: "before" }, "row"],
    ["belongs to no list", "hold", { do: "saveRow", rowText: "A note" }, "setting"],
    ["is none of the values", "unsafeEnd", { do: "fields", writtenTo: "principal", meetAgain: "never" }, "meetAgain"],
    ["can't be left unset", "unsafeEnd", { do: "noFields" }, "setting"],
  ])("is refused beside its field where it %s", (_, setting, input, field) => {
    expect(press(setting, input, setting === "letters" ? undefined : [])).toMatchObject({ refused: "badInput", field });
  });
});
