import { isDeepStrictEqual } from "node:util";
import { alarmSamples } from "../../cards/alarm/samples";
import { cardNames, drawCard } from "../../cards/draw";
import { requestInputs } from "../../cards/request/view";
import type { Sample } from "../../cards/sample-visit";
import { drawnSamples, visitCards } from "../../cards/samples";
import { visitSamples } from "../../cards/visit/samples";
import type { Slot } from "../../visits/notice";
import type { Sight } from "../../visits/sight";
import { every, none } from "../every";
import { faults } from "./parser";
import { inputsOf, markdownOf, type Node, nodesOf, plainOf, pressesOf } from "./tree";

const drawn = drawnSamples();
const cards = Object.entries(drawn);
const ofVisits = Object.entries(visitCards).flatMap(([name, samples]) =>
  Object.entries(samples).map(
    ([state, { slot, sight }]) => [`${name}/${state}`, slot, sight, drawCard(slot, sight)] as const,
  ),
);

describe("every card in every state", () => {
  every(cards, "is valid for Microsoft's parser", (card) => {
    none(faults(card));
  });

  every(cards, "is of schema 1.5 and below 25 KB", (card) => {
    const { type, version } = card as { type: string; version: string };
    none(type === "AdaptiveCard" && version === "1.5" ? [] : [{ type, version }]);
    const size = Buffer.byteLength(JSON.stringify(card));
    none(size < 25 * 1024 ? [] : [size]);
  });

  every(cards, "leaves nothing of its template unfilled", (card) => {
    none(JSON.stringify(card).match(/\$\{|undefined|\[object|NaN|"part":/g) ?? []);
  });

  every(cards, "gives each input a label, an error message and an id of its own", (card) => {
    const inputs = inputsOf(card);
    const isSaid = (said: unknown) => typeof said === "string" && /./.test(said);
    none(inputs.filter(({ id, label, errorMessage }) => ![id, label, errorMessage].every(isSaid)));
    const ids = inputs.map(({ id }) => id);
    none(ids.filter((id, at) => ids.indexOf(id) < at));
  });

  every(cards, "names no input as its buttons name what they answer", (card) => {
    const answers = ["verb", "visit", "plan", "alarm", "task", "card", "like", "drill", "page", "do"];
    none(inputsOf(card).filter(({ id }) => answers.includes(String(id))));
  });

  every(cards, "lets every text wrap", (card) => {
    const texts = nodesOf(card).filter(
      ({ type }) => type === "TextBlock" || type === "Input.Toggle" || type === "Input.ChoiceSet",
    );
    none(texts.filter(({ wrap }) => wrap !== true));
  });

  every(cards, "heads each of its parts for whoever hears it read", (card) => {
    const titles = nodesOf(card).filter(({ type, weight }) => type === "TextBlock" && weight === "Bolder");
    const heads = titles.filter(({ style }) => style === "heading").map(({ text }) => String(text));
    const signed = /^[⚠✓▸] /;
    const sections = nodesOf(card).flatMap(({ type, items, style }) => {
      const [first] = (items ?? []) as { text?: string; weight?: string }[];
      return type === "Container" && first?.weight === "Bolder" && style === undefined ? [String(first.text)] : [];
    });
    none(sections.filter((text) => !heads.includes(text) && !signed.test(text)));
  });

  every(cards, "puts a Submit with the same data beneath each press", (card) => {
    const isBeneath = ({ verb, title, data, fallback }: Node) => {
      const { type, ...beneath } = fallback as Node;
      return (
        (data as Node).verb === verb &&
        type === "Action.Submit" &&
        isDeepStrictEqual([beneath.title, beneath.data], [title, data])
      );
    };
    none(pressesOf(card).filter((press) => !isBeneath(press)));
  });

  every(cards, "carries only ids, numbers and fixed answers in its buttons", (card) => {
    const data = pressesOf(card).flatMap((press) => Object.entries(press.data as Node));
    const plain =
      /^((visit|like)=[\w.]+|drill=[\w-]+|companion=[\w-]+|school=[\w-]+|date=\d{4}-\d\d-\d\d|(start|back|leave)=\d\d:\d\d|card=\w+|(plan|alarm|task|door|no|warning)=\d+|who=[\w-]+|more=(15|30|60)|what=rang999|\w+=[a-zA-Z]+)$/;
    none(data.map(([key, value]) => `${key}=${value}`).filter((text) => !plain.test(text)));
  });

  every(cards, "fetches nothing and has nothing that opens by itself", (card) => {
    const nodes = nodesOf(card);
    none(
      nodes.filter(
        ({ type, refresh, authentication, backgroundImage }) =>
          type === "Image" || type === "Media" || refresh || authentication || backgroundImage,
      ),
    );
    for (const { url } of nodes.filter(({ type }) => type === "Action.OpenUrl")) expect(url).toMatch(/^tel:[+\d]+$/);
  });

  every(cards, "toggles only parts that it has", (card) => {
    const ids = nodesOf(card).map(({ id }) => id);
    const targets = nodesOf(card).flatMap(({ type, targetElements }) =>
      type === "Action.ToggleVisibility" ? (targetElements as string[]) : [],
    );
    none(targets.filter((id) => !ids.includes(id)));
  });

  every(cards, "says in words what its colours say", (card) => {
    const coloured = nodesOf(card).filter(
      ({ type, style }) => type === "Container" && ["attention", "warning", "good"].includes(String(style)),
    );
    for (const { items } of coloured) expect((items as Node[])[0]?.text).toMatch(/^(⚠|✓|Still to do)/);
  });

  every(cards, "reads without times, dates or ids that only a program would write", (card) => {
    const texts = [...markdownOf(card), ...plainOf(card)];
    none(texts.filter((text) => /\d{13}|T\d\d:\d\d|\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}/.test(text)));
  });

  every(cards, "names two clauses at most in one place", (card) => {
    const texts = [...markdownOf(card), ...plainOf(card)];
    none(texts.filter((text) => /([A-Z]+-[\w-]+, ){2}/.test(text)));
  });
});

describe("buttons", () => {
  const offered = (slot: Slot, sight: Sight): readonly string[] => [
    ...sight.offers,
    ...(slot.card === "alarm" ? sight.alarms.filter(({ no }) => no === slot.no).flatMap(({ offers }) => offers) : []),
  ];

  every(ofVisits, "has none that is not offered", (slot, sight, card) => {
    const verbs = pressesOf(card).map(({ verb }) => verb);
    none(verbs.filter((verb) => !offered(slot, sight).includes(verb as never)));
  });

  every(ofVisits, "has none at all where nothing is offered", (slot, sight, _) => {
    const bare = { ...sight, offers: [], alarms: sight.alarms.map((alarm) => ({ ...alarm, offers: [] })) };
    const card = drawCard(slot, bare);
    none(pressesOf(card));
    none(inputsOf(card).filter(({ isRequired }) => isRequired));
  });

  every(
    ofVisits.filter(([, { card }]) => card === "visit"),
    "shows every verb that it is offered",
    (_, sight, card) => {
      const verbs = pressesOf(card).map(({ verb }) => verb);
      none(sight.offers.filter((verb) => !verbs.includes(verb)));
    },
  );

  it("of one alarm are its own: what another alarm offers is not on its card", () => {
    const { slot, sight } = alarmSamples.spoken as Sample;
    const elsewhere = { ...sight, offers: ["acknowledge", "recordCall", "recordDecision", "standDown"] as const };
    expect(pressesOf(drawCard(slot, elsewhere))).toEqual([]);
  });

  it("S9: check-in and help carry no number, and no empty field can hold them back", () => {
    const safety = ["checkIn", "askForHelp", "endUnsafe", "signIn", "reportOut", "reportChild", "phonedIn", "seenBack"];
    for (const [, , , card] of ofVisits) {
      const found = pressesOf(card).filter(({ verb }) => safety.includes(String(verb)));
      for (const { data } of found) expect(data).not.toHaveProperty("plan");
      if (found.length > 0) expect(inputsOf(card).filter(({ isRequired, regex }) => isRequired || regex)).toEqual([]);
    }
  });

  it("S9: each press of an alarm or a task carries its number, and a press about the plan the plan's", () => {
    for (const [, slot, sight, card] of ofVisits)
      for (const { verb, data } of pressesOf(card)) {
        if (["acknowledge", "recordCall", "recordDecision", "standDown"].includes(String(verb)))
          expect(data).toMatchObject({ alarm: slot.no });
        if (verb === "completeTask") expect(data).toMatchObject({ task: slot.no });
        if (
          ["agreeToVisit", "refuseVisit", "assessRisk", "approve", "decline", "askForChanges", "signOut"].includes(
            String(verb),
          )
        )
          expect(data).toMatchObject({ plan: sight.planNo });
      }
  });
});

const out = visitSamples.out as Sample;

describe("the cards", () => {
  it("are those that a slot can name", () => {
    const names: readonly Slot["card"][] = cardNames;
    expect([...names].sort()).toEqual(Object.keys(visitCards).sort());
  });

  it("ask the request with the inputs that outside clients know", () => {
    const card = drawn["request/amend"] as object;
    const expected = requestInputs.filter((id) => id !== "parentPhone");
    expect(inputsOf(card).map(({ id }) => id)).toEqual(expect.arrayContaining(expected));
    expect(
      inputsOf(card)
        .map(({ id }) => String(id))
        .filter((id) => !(requestInputs as readonly string[]).includes(id)),
    ).toEqual([]);
  });

  it("S10: the police card opens with who has not been called, then place and the call, then why, then what to say", () => {
    const card = JSON.stringify(drawn["alarm/police"]);
    const order = [
      "NOBODY HAS CALLED THE POLICE YET",
      "12 Elm Road, Derby, DE1\u00a01AA",
      "tel:999",
      "Why the risk is immediate",
      "Say to 999",
      "✓ I have rung the police",
    ];
    const at = order.map((text) => card.indexOf(text));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it("S4: where nobody may ring, no number can be pressed and no button says that they phoned", () => {
    const card = drawn["alarm/covert"] as object;
    expect(JSON.stringify(card)).toContain("DO NOT RING OR MESSAGE THEM");
    expect(JSON.stringify(card)).not.toMatch(/tel:\+44 ?7700/);
    expect(pressesOf(card).map(({ verb }) => verb)).not.toContain("phonedIn");
  });

  it("S8, S10: who is out reads when a press counts, and how to call silently", () => {
    const card = JSON.stringify(drawn["visit/out"]);
    expect(card).toContain("counts only when you see ✓");
    expect(card).toContain("Ring 999 and press 55 when asked; it does not send your location");
  });

  it("S4: an alarm that is discreet leaves no trace on a visitor's card, even if it were handed one", () => {
    const { slot, sight } = out;
    const alarms = visitCards.alarm?.covert?.sight.alarms ?? [];
    expect(alarms).toHaveLength(1);
    expect(drawCard(slot, { ...sight, alarms })).toEqual(drawCard(slot, sight));
  });
});

it("names the day on every card that stays: read the next morning, “tomorrow” would be a day too late", () => {
  const staying = Object.keys(visitCards).map((card) => `${card}/`);
  const said = cards.filter(([name]) => staying.some((card) => name.startsWith(card)));
  expect(said.length).toBeGreaterThan(50);
  const relative = /"(Today|Tomorrow|Yesterday) \d|\d\d:\d\d (tomorrow|yesterday)/;
  expect(said.filter(([, card]) => relative.test(JSON.stringify(card))).map(([name]) => name)).toEqual([]);
});

it("S1: never says of whoever has signed nothing that they are not out, once the others are back", () => {
  const card = JSON.stringify(drawn["watch/unaccounted"]);
  for (const said of ["has signed nothing", "Tom Okafor is at school", "Tom Okafor is still out", "By 14:38"])
    expect(card).toContain(said);
  expect(card).not.toMatch(/not out|has left already|Everyone is back/);
});
