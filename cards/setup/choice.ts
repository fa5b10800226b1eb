import type { ChoiceSight, SetUpSight } from "../../schools/setup/sight";
import { setUp } from "../../words/en-gb";
import { clauseList } from "../clauses";
import { neutral } from "../neutral";
import { type Choice, fact } from "../pieces";
import { anyOf, date, oneOf, type Presses, type Section, section, severalOf, suggestion, text } from "./form";
import { ladderSections } from "./ladder";
import { fieldsSection, rowSections } from "./rows";
import { capital, dayOf } from "./sayings";

/** One of them: what the policy says of it, what the school chose, and how to choose. */
export function choicePage(sight: SetUpSight, choice: ChoiceSight, press: Presses): Section[] {
  const w = setUp.choice;
  if (choice.ladder) return [ladderHead(choice), ...ladderSections(choice, choice.ladder, press)];
  const standing = section(capital(neutral(choice.title)), {
    texts: choice.says
      ? [w.says(clauseList(choice.clauses)), ...saidOf(choice)]
      : [w.silent(clauseList(choice.clauses)), ...standingOf(choice)],
  });
  if (choice.says) return [standing];
  if (choice.input.input === "baseline") return [standing, ...baselineSections(sight, choice, press)];
  const others = [
    ...(choice.suggested ? [suggestion(choice, press)] : []),
    ...(choice.chosen ? [press(w.unset, { do: "unset" })] : []),
  ];
  if (choice.rows) return [standing, ...rowSections(choice.rows, press), section("", { presses: others })];
  const { input } = choice;
  if (input.input === "fields") {
    const none = input.none ? [press(setUp.rows.noneAtAll, { do: "noFields" })] : [];
    const presses = [press(w.set, { do: "fields" }, "positive"), ...none, ...others];
    return [standing, fieldsSection(input.fields, choice, sight, presses)];
  }
  const presses = [press(w.set, { do: "setting" }, "positive"), ...others];
  return [standing, section("", { inputs: [inputFor(choice, sight)], presses })];
}

/** The policy's own word, or whose choice it is; the rungs themselves stand below. */
const ladderHead = (choice: ChoiceSight): Section =>
  section(capital(neutral(choice.title)), {
    texts: choice.says
      ? [setUp.choice.says(clauseList(choice.clauses)), setUp.ladder.policySays]
      : [setUp.choice.silent(clauseList(choice.clauses)), ...whoseLadder(choice)],
  });

function whoseLadder({ open, suggested, chosen, ladder }: ChoiceSight): string[] {
  const w = setUp.choice;
  if (ladder?.draft) return [setUp.ladder.draft];
  if (open) return [w.toBeChosen, ...(suggested ? [w.isSuggested] : [])];
  return [chosen ? w.schoolChose : w.isProposed];
}

const saidOf = ({ said }: ChoiceSight): string[] =>
  said ? [neutral(said.say), ...said.under.map((line) => `- ${neutral(line)}`)] : [];

function standingOf({ open, suggested, chosen, value }: ChoiceSight): string[] {
  const w = setUp.choice;
  const said = neutral(value);
  if (open) return [w.toBeChosen, ...(suggested ? [w.suggested(said)] : [])];
  return [chosen ? w.chosen(said) : w.proposed(said)];
}

/** How a value is asked for. */
function inputFor({ input, asInFile }: ChoiceSight, sight: SetUpSight): object {
  const w = setUp.choice;
  const value = asInFile === "" ? {} : { value: asInFile };
  switch (input.input) {
    case "yesNo":
      return oneOf("value", w.value, [choiceOf("true", w.yes), choiceOf("false", w.no)], asInFile);
    case "number":
      return text("value", w.number(String(input.min), String(input.max)), 5, value);
    case "one":
      return oneOf(
        "value",
        w.value,
        input.of.map((one) => choiceOf(one)),
        asInFile,
      );
    case "several":
      return severalOf(
        "value",
        w.value,
        input.of.map((one) => choiceOf(one)),
        asInFile,
      );
    case "roles":
      return severalOf(
        "value",
        w.value,
        sight.roles.map(({ role, title }) => choiceOf(role, neutral(title))),
        asInFile,
      );
    case "text":
      return text("value", w.value, 500, value);
    default:
      return text("value", w.asInFile, 4000, { isMultiline: true, ...value });
  }
}

/** `leaveIfInDoubt` as "leave if in doubt". */
const choiceOf = (value: string, title = value.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)): Choice => ({
  title,
  value,
});

/** AET-A-18 to 20: which of the form's controls are not in place. */
function baselineSections(sight: SetUpSight, { baseline }: ChoiceSight, press: Presses): Section[] {
  const w = setUp.baseline;
  if (!baseline) return [];
  const titles = new Map(baseline.controls.map(({ id, title }) => [id, title]));
  const noted = baseline.lacking.map(({ control, plan }) => neutral(w.noted(titles.get(control) ?? control, plan)));
  return [
    section("", {
      texts: [w.how, ...(baseline.on ? noted : []), ...(baseline.on && noted.length === 0 ? [w.allInPlace] : [])],
      facts: fact(w.on, baseline.on && dayOf(baseline.on, sight)),
      inputs: [
        date("on", w.on, baseline.on),
        anyOf(
          "control",
          w.control,
          baseline.controls.map(({ id, title }) => choiceOf(id, neutral(title, 160))),
        ),
        text("remedy", w.plan, 300, { isMultiline: true }),
      ],
      presses: [
        press(w.looked, { do: "looked" }),
        press(w.lacking, { do: "lacking" }),
        press(w.inPlace, { do: "inPlace" }),
      ],
    }),
  ];
}
