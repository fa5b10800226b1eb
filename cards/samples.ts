import { agreeSamples } from "./agree/samples";
import { alarmSamples } from "./alarm/samples";
import { approvalSamples } from "./approval/samples";
import { assessSamples } from "./assess/samples";
import { contactSamples } from "./contact/samples";
import {
  type CardName,
  drawBoard,
  drawCard,
  drawDrill,
  drawHelp,
  drawMonitoring,
  drawMoved,
  drawReport,
  drawRequest,
  drawSaid,
  drawSetUp,
  drawVisits,
} from "./draw";
import { drillSamples } from "./drill/samples";
import { markDrill } from "./mark-drill";
import { minutesSamples } from "./minutes/samples";
import { monitoringSamples } from "./monitoring/samples";
import { requestSamples } from "./request/samples";
import {
  alarmOf,
  ann,
  at,
  away,
  bothAway,
  context,
  policy,
  priya,
  type Samples,
  samuel,
  school,
  sightOf,
  tom,
  visitor,
} from "./sample-visit";
import { setUpRefused, setUpSamples } from "./setup/samples";
import { taskSamples } from "./task/samples";
import { visitSamples } from "./visit/samples";
import { watchSamples } from "./watch/samples";

/** Every card of a visit in every state. */
export const visitCards: Readonly<Record<CardName, Samples>> = {
  visit: visitSamples,
  agree: agreeSamples,
  assess: assessSamples,
  approval: approvalSamples,
  watch: watchSamples,
  alarm: alarmSamples,
  task: taskSamples,
  minutes: minutesSamples,
  contact: contactSamples,
};

const out = sightOf({
  phase: "out",
  now: context.now,
  visitors: bothAway,
  watch: { by: ann, at: at("12:50") },
  offers: ["checkIn"],
  next: { key: "checkIn", by: at("14:52") },
});
const late = sightOf({
  ...out,
  visit: "meadow.b",
  times: { leave: at("12:00"), start: at("12:20"), back: at("14:00") },
  watch: undefined,
});
const alarmed = sightOf({
  ...out,
  visit: "meadow.c",
  visitors: [visitor(tom, { outing: away({ contact: at("13:10") }) })],
  alarms: [alarmOf()],
});

const call = { alarms: [alarmOf({ no: 901, cause: "covert", doNotRing: true })] };
/** They have not signed out, and call all the same. */
const called = sightOf({
  ...out,
  visit: "meadow.d",
  phase: "ready",
  visitors: [visitor(priya), visitor(tom)],
  ...call,
});
const nowhere = sightOf({ ...called, visit: "meadow.e", phase: "off", visitors: [], address: "", postcode: "" });

const silent = sightOf({
  ...out,
  visitors: [visitor(priya, { outing: away({ contact: at("13:02"), due: at("14:02") }) })],
  outsider: { name: "Jo Field", organisation: "Derby City Council" },
});
const inHand = sightOf({ ...alarmed, alarms: [alarmOf({ no: 2, holder: { who: samuel, until: at("14:20") } })] });
const callForHelp = sightOf({
  ...out,
  alarms: [alarmOf({ no: 4, cause: "emergency", ask: "police", doNotRing: true })],
});

const followed = {
  title: policy.title,
  chosen: [
    { title: "how long taking an alarm holds the climb", value: "5 min" },
    { title: "who calls the police", value: "office, principal, slt, dsl" },
  ],
  readWith: { value: [{ id: "loneWorker", text: "Lone Worker Policy", clauses: ["AET-12", "AET-87"] }] },
};

/** Cards that belong to no single visit. */
const others: Readonly<Record<string, () => object>> = {
  "report/named": () => drawReport({ school, people: [priya, tom, samuel], named: [priya.id, tom.id] }),
  "report/refused": () =>
    drawReport(
      { school, people: [priya, tom, samuel], named: [] },
      {
        input: { who: priya.id },
        refusal: { say: "Say where they are: the watch has to know.", field: "address" },
      },
    ),
  "board/nobody": () => drawBoard({ sights: [], unreadable: 0 }, context),
  "board/own": () => drawBoard({ sights: [], unreadable: 0, own: true }, context),
  "board/unreadable": () => drawBoard({ sights: [], unreadable: 1 }, context),
  "board/three": () => drawBoard({ sights: [out, late, alarmed], unreadable: 0 }, context),
  "board/ladder": () =>
    drawBoard({ sights: [out, silent, late, inHand, alarmed, callForHelp], unreadable: 0 }, context),
  "board/called": () => drawBoard({ sights: [out, called, nowhere], unreadable: 0 }, context),
  "board/full": () => drawBoard({ sights: Array(25).fill(alarmed), unreadable: 2 }, context),
  "visits/none": () => drawVisits([], { ...context, viewer: { visits: true } }),
  "visits/some": () =>
    drawVisits([out, sightOf({ phase: "asked", next: { key: "waitForApproval", by: at("13:05") } })], context),
  "visits/owed": () =>
    drawVisits([sightOf({ phase: "closed", tasks: visitSamples.closedOwed?.sight.tasks ?? [] })], context),
  "visits/over": () =>
    drawVisits(Array(20).fill(sightOf({ phase: "closed", visit: "meadow.d" })), {
      ...context,
      viewer: { visits: true },
    }),
  ...Object.fromEntries(
    Object.entries(setUpSamples).map(([state, sight]) => [`setup/${state}`, () => drawSetUp(sight)]),
  ),
  ...Object.fromEntries(
    Object.entries(setUpRefused).map(([state, { sight, entry }]) => [`setup/${state}`, () => drawSetUp(sight, entry)]),
  ),
  ...Object.fromEntries(
    Object.entries(drillSamples).map(([state, sight]) => [`drill/${state}`, () => drawDrill(sight)]),
  ),
  "drill/alarm": () => markDrill(drawCard({ card: "alarm", no: 3 }, alarmed), "d1"),
  "help/visitor": () => drawHelp({ viewer: { visits: true }, school, policy: followed }),
  "help/office": () => drawHelp({ viewer: { visits: false }, school, may: ["othersOut", "codeWord"] }),
  "help/administrator": () =>
    drawHelp({ viewer: { visits: true }, school, may: ["othersOut", "monitoring", "codeWord", "setUp", "drill"] }),
  "said/plain": () => drawSaid("Homeward is for staff of the school."),
  "said/moved": () => drawMoved(),
  "said/bad": () => drawSaid("Not saved; try again or ring the school on +44 1332 900100.", "attention"),
};

/** Every sample as a drawn card, by `card/state`. */
export function drawnSamples(): Record<string, object> {
  const ofVisits = Object.entries(visitCards).flatMap(([name, samples]) =>
    Object.entries(samples).map(
      ([state, { slot, sight, entry }]) => [`${name}/${state}`, drawCard(slot, sight, entry)] as const,
    ),
  );
  const requests = Object.entries(requestSamples).map(
    ([state, { form, entry }]) => [`request/${state}`, drawRequest(form, entry)] as const,
  );
  const monitored = Object.entries(monitoringSamples).map(
    ([state, figures]) => [`monitoring/${state}`, drawMonitoring(figures)] as const,
  );
  const rest = Object.entries(others).map(([name, draw]) => [name, draw()] as const);
  return Object.fromEntries([...ofVisits, ...requests, ...monitored, ...rest]);
}
