import { leftOutOfQuick } from "../left-out";
import { Effort } from "./effort";
import { School } from "./school";

type Fields = { texts?: readonly string[]; choices?: Record<string, string>; ticks?: readonly string[] };
/** What each policy asks of the first request beside what a sentence says, and again of one that repeats. */
type Asking = { school: string; who: string; about: string; first: Fields; anew: Fields };

const bemroseTicks = ["answer_allPresent", "answer_familyNeeds", "answer_guidance"];
const bemroseAnswers = ["whoToSee", "aim", "outcome", "area", "travel", "animals"].map((of) => `answer_${of}`);
const asking: readonly Asking[] = [
  {
    school: "liberty",
    who: "lena",
    about: "with Marc about return to school",
    first: {
      texts: ["answer_whyVisit", "answer_bestInterests", "answer_returnContact"],
      choices: { reportEvery: "30" },
      ticks: ["answer_signed"],
    },
    anew: { ticks: ["answer_signed"] },
  },
  {
    school: "thomas-more",
    who: "rosa",
    about: "with Eric about support",
    first: { choices: { socialWorker: "no" } },
    anew: {},
  },
  {
    school: "hexthorpe",
    who: "paula",
    about: "with Ryan about refusal",
    first: { texts: ["whyNotInSchool"], choices: { answer_safeguarding: "no", answer_objective: "attendance" } },
    anew: { choices: { answer_safeguarding: "no" } },
  },
  {
    school: "bemrose",
    who: "maya",
    about: "with Omar about curriculum",
    first: {
      texts: ["whyNotInSchool", "meets", ...bemroseAnswers],
      choices: { reportEvery: "30", agreedWay: "telephone" },
      ticks: bemroseTicks,
    },
    anew: { choices: { agreedWay: "telephone" }, ticks: bemroseTicks },
  },
];

const typed = ({ texts = [], choices = {}, ticks = [] }: Fields): Record<string, string> => ({
  ...Object.fromEntries(texts.map((id) => [id, "As agreed"])),
  ...choices,
  ...Object.fromEntries(ticks.map((id) => [id, "true"])),
});

/** On the page in Chromium this is Aspire's in `browser/quick-request.long.ts`. */
describe("a request that repeats takes at most nine answers and a minute", () => {
  it.each(asking)("as $school has it", async ({ school: name, who, about, first, anew }) => {
    const school = await School.open({ schools: `test/schools/${name}.yaml` });
    const asker = school.seat(who);
    const agreed = { agreed: "agreed", agreedHow: "By phone with mum" };
    await asker.says(`visit Sam Smith, 1 High Street, Derby DE1 1AA, today 10:00 to 11:00 ${about}`);
    await asker.presses("requestVisit", { purpose: "To agree how Sam comes back", ...agreed, ...typed(first) });
    await asker.sees(/Mon 23 Nov 10:00–11:00/);

    const effort = new Effort();
    const again = "visit Sam Smith again tomorrow 2pm to 3pm, agreed with mum by phone";
    effort.answered(again.length + 1);
    await asker.says(again);
    // Round buttons take a press; a list that has to be opened first is reckoned for each all the same.
    for (const _ of Object.keys(anew.choices ?? {})) effort.chose();
    for (const _ of anew.ticks ?? []) effort.answered();
    effort.answered();
    await asker.presses("requestVisit", typed(anew));
    await asker.sees(/Tue 24 Nov 14:00–15:00/);
    expect(effort.answers).toBeLessThanOrEqual(9);
    expect(effort.seconds).toBeLessThan(60);
    await school.close();
  });

  leftOutOfQuick("by hand on each of these cards, in Chromium");
});
