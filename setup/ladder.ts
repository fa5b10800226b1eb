import type { Store } from "../engine/ports";
import type { PackLadder } from "../policies/statements";
import type { Id } from "../schools/school";
import type { Change } from "../schools/setup/change";
import { editedLadder, editsLadder, faultsOfDraft } from "../schools/setup/inputs-ladder";
import type { SetUpInput } from "../schools/setup/reader";
import { isNo, type No } from "../schools/setup/set-up";
import type { Page } from "../schools/setup/sight";
import { settingUp as say } from "../words/en-gb/refusals/setting-up";
import { setUpLadder as words } from "../words/en-gb/set-up-ladder";
import { draftOf, keepDraft } from "./drafts";
import type { LiveBook } from "./live-book";

type Parts = { store: Pick<Store, "get" | "change">; live: LiveBook };
/** `propose`: what the draft becomes when it is pressed on. */
export type Drafted = { said: string } | { propose: Change } | No;

const no = (refused: string, sentence: string, field?: string): No => ({ refused, say: sentence, field });

/** A press that is about a draft of the ladder; undefined for any other. */
export async function pressOnLadder(
  { store, live }: Parts,
  school: Id,
  person: Id,
  input: SetUpInput,
): Promise<Drafted | undefined> {
  if (opensNothing(input, "rung")) return no("badInput", say.rung, "rung");
  if (opensNothing(input, "row")) return no("badInput", say.row, "row");
  if (!editsLadder(input.do) && input.do !== "dropDraft" && input.do !== "proposeLadder") return undefined;
  if (!live.settings(school).some(({ name }) => name === "ladder")) return no("badInput", say.setting, "setting");
  const draft = await draftOf(store, school, person);
  if (input.do === "proposeLadder") return proposed(draft);
  if (input.do === "dropDraft") {
    await keepDraft(store, school, person, undefined);
    return { said: words.dropped };
  }
  const around = live.ladderAround(school, draft);
  const edited = around ? editedLadder(input, around) : no("badInput", say.setting, "setting");
  if (isNo(edited)) return edited;
  await keepDraft(store, school, person, edited);
  return { said: words.kept };
}

const opensNothing = (input: SetUpInput, part: "rung" | "row"): boolean =>
  input.do === "show" && input.page === part && !input[part]?.trim();

function proposed(draft: PackLadder | undefined): Drafted {
  if (!draft) return no("badInput", say.noDraft, "rung");
  const [fault] = faultsOfDraft(draft);
  return fault
    ? no("notPossible", fault.say, fault.field)
    : { propose: { kind: "setting", name: "ladder", value: draft } };
}

/** What was edited on a page of its own leads back to the whole. */
export const pageAfter = (input: SetUpInput): Page | undefined =>
  ["addRung", "takeRung", "begin", "saveRung", "saveRow"].includes(input.do ?? "") ? "choice" : undefined;
