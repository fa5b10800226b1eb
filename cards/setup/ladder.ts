import type { ChoiceSight, LadderSight, RungSight, SetUpSight } from "../../schools/setup/sight";
import { eitherOf, setUp } from "../../words/en-gb";
import { clauseList } from "../clauses";
import { neutral } from "../neutral";
import { type Choice, fact } from "../pieces";
import { anyOf, oneOf, opening, type Presses, type Section, section, severalOf, suggestion, text } from "./form";
import { capital } from "./sayings";

const w = setUp.ladder;
type Outcome = keyof typeof w.outcomes;
type Cause = keyof typeof w.causes;
const outcomes = Object.keys(w.outcomes) as Outcome[];
const causes = Object.keys(w.causes) as Cause[];

/** The rungs in words; and, where the ladder is the school's to choose, what can be done about them. */
export function ladderSections(choice: ChoiceSight, ladder: LadderSight, press: Presses): Section[] {
  const { rungs, draft, faults } = ladder;
  return [
    ...(draft && faults.length > 0 ? [section(w.faults, { texts: faults.map((fault) => `⚠ ${neutral(fault)}`) })] : []),
    ...(rungs.length === 0
      ? [section("", { texts: [w.none] })]
      : rungs.map((rung) => rungSection(rung, ladder, choice.says === true))),
    section(w.begins, {
      facts: causes.flatMap((cause) => fact(w.causes[cause], placeOf(ladder.begins[cause], ladder))),
    }),
    ...(choice.says ? [] : changes(choice, ladder, press)),
  ];
}

const rungSection = (rung: RungSight, ladder: LadderSight, says: boolean): Section =>
  section(neutral(titleOf(rung)), {
    texts: [
      neutral([...toldIn(rung), w.repeats(rung.every), ...(says ? [sourceOf(rung)] : [])].join(" ")),
      waysOn(rung, ladder),
    ],
  });

const titleOf = ({ no, titles, ask }: RungSight): string => w.title(no, eitherOf(titles), w.asks[ask]);
const toldIn = ({ channels }: RungSight): string[] => (channels.length > 0 ? [w.channels(channels.join(", "))] : []);
const sourceOf = ({ clauses }: RungSight): string =>
  clauses.length > 0 ? w.restsOn(clauseList(clauses)) : w.notTheDocuments;

/** One line for each place that the alarm can go to from there, with what leads to it. */
function waysOn({ late, within, on }: RungSight, ladder: LadderSight): string {
  const ways: [string, string][] = [
    [late, w.unanswered(within)],
    ...outcomes.flatMap((one): [string, string][] => (on[one] ? [[on[one], w.outcomes[one]]] : [])),
  ];
  const places = [...new Set(ways.map(([to]) => to))];
  const leading = (place: string) => ways.filter(([to]) => to === place).map(([, what]) => what);
  return places.map((to) => `- ${neutral(w.leads(leading(to), placeOf(to, ladder) ?? ""))}`).join("\n");
}

function placeOf(to: string | undefined, { rungs }: LadderSight): string | undefined {
  if (to === "end") return w.ends;
  if (to === "again") return w.again;
  const rung = rungs.find(({ id }) => id === to);
  return rung && w.toRung(rung.no);
}

function changes(choice: ChoiceSight, ladder: LadderSight, press: Presses): Section[] {
  const some = ladder.rungs.length > 0;
  return [
    section("", {
      inputs: some ? [oneOf("rung", w.choose, rungChoices(ladder))] : [],
      presses: [
        ...(some ? [press(w.change, { do: "show", page: "rung" }), press(w.up, { do: "rungUp" })] : []),
        ...(some ? [press(w.down, { do: "rungDown" }), press(w.take, { do: "takeRung" })] : []),
      ],
    }),
    section("", {
      presses: [
        opening(press, "newRung", w.add),
        ...(some ? [opening(press, "begins", w.changeBegins)] : []),
        ...(ladder.draft
          ? [press(w.propose, { do: "proposeLadder" }, "positive"), press(w.drop, { do: "dropDraft" })]
          : []),
        ...(choice.suggested && !ladder.draft ? [suggestion(choice, press)] : []),
        ...(choice.chosen && !ladder.draft ? [press(setUp.choice.unset, { do: "unset" })] : []),
      ],
    }),
  ];
}

const rungChoices = ({ rungs }: LadderSight): Choice[] =>
  rungs.map(({ id, no, ask }) => ({ title: w.short(no, w.does[ask]), value: id }));

/** One rung, to be changed in the draft. */
export function rungPage(sight: SetUpSight, ladder: LadderSight, press: Presses): Section[] {
  const rung = ladder.open;
  if (!rung) return [];
  const places = [...leading(ladder), { title: w.again, value: "again" }];
  const anywhere = [{ title: w.ends, value: "end" }, ...places];
  return [
    section(neutral(titleOf(rung)), {
      inputs: [
        ...rungInputs(sight, ladder, rung),
        oneOf("late", w.late, places, rung.late),
        ...outcomes.map((one) =>
          oneOf(one, capital(w.outcomes[one]), [...anywhere, { title: w.stays, value: " " }], rung.on[one] ?? " "),
        ),
      ],
      presses: [press(w.save, { do: "saveRung", rung: rung.id }, "positive")],
    }),
  ];
}

const leading = ({ rungs }: LadderSight): Choice[] => rungs.map(({ id, no }) => ({ title: w.toRung(no), value: id }));

export const newRungPage = (sight: SetUpSight, ladder: LadderSight, press: Presses): Section[] => [
  section("", {
    inputs: [
      ...(ladder.rungs.length > 0
        ? [oneOf("after", w.after, [...rungChoices(ladder), { title: w.afterNone, value: " " }])]
        : []),
      ...rungInputs(sight, ladder),
    ],
    presses: [press(w.addPress, { do: "addRung" }, "positive")],
  }),
];

const rungInputs = (sight: SetUpSight, { channels }: LadderSight, rung?: RungSight): object[] => [
  severalOf(
    "tell",
    w.tell,
    sight.roles.map(({ role, title }) => ({ title: neutral(title, 80), value: role })),
    rung?.roles.join(","),
  ),
  ...(channels.length > 0
    ? [
        severalOf(
          "channels",
          w.tellIn,
          channels.map((name) => ({ title: neutral(name, 80), value: name })),
          rung?.channels.join(","),
        ),
      ]
    : []),
  anyOf(
    "ask",
    w.ask,
    Object.entries(w.asks).map(([value, title]) => ({ title, value })),
    rung?.ask,
  ),
  text("every", w.every, 2, rung ? { value: String(rung.every) } : {}),
  text("within", w.within, 2, rung ? { value: String(rung.within) } : {}),
];

/** At which rung an alarm of each cause begins. */
export const beginsPage = (ladder: LadderSight, press: Presses): Section[] => [
  section("", {
    inputs: causes.map((cause) => oneOf(cause, w.causes[cause], rungChoices(ladder), ladder.begins[cause])),
    presses: [press(w.save, { do: "begin" }, "positive")],
  }),
];
