/**
 * Alerts as text alone, as a locked phone shows them: names of staff and the alarm's number, never a pupil, an address, a phone
 * or what anybody wrote (P10). `names` are joined already; times are said in the school's zone.
 */
type Args = {
  names: string;
  by: string;
  no: number;
  /** The number of another alarm, which is over. */
  over: number;
  kind: string;
  /** Who is to be told of the visit, as the policy names them. */
  whom: string;
  /** Who is out without having signed out. */
  found: string;
  how: string;
  cause: string;
  ask: string;
  /** Somebody at the visit asked for help discreetly: nobody rings, whatever else is due. */
  quiet: boolean;
  /** What is left where no one is home; and whether there is another door to go to. */
  put: string;
  onward: boolean;
  /** They have answered already, and the plan has changed since. */
  again: boolean;
  /** It is said to whoever it is about. */
  you: boolean;
  /** What came of the usual call after the start; `unmade` where nobody has recorded it. */
  call: string;
  /** On the way, perhaps at the wheel: nobody is to press before they have stopped. */
  travels: boolean;
  /** Times, each as `15:40` or with its day; empty where it was not given. */
  leave: string;
  start: string;
  back: string;
  due: string;
  at: string;
  until: string;
  end: string;
  /** `by 15:40, in 25 min` */
  dueBy: string;
  backBy: string;
  leaveBy: string;
};

const what: Readonly<Record<string, string>> = {
  minutes: "the minutes",
  riskReview: "the review of the risk assessment",
  incident: "what happened, in writing",
  file: "the filing",
  tellAgency: "telling the other agency",
  advise: "telling others of the visit",
  inform: "telling others of the visit",
  newDate: "another date for the family",
  safetyReason: "why the visit was ended, in writing",
  action: "an action from the visit",
  forward: "something that parents raised, for you",
  referral: "the referral",
  copy: "sending a copy of the minutes",
  release: "looking at the family's copy of the minutes",
  meetAgain: "another meeting with the family",
  retention: "whether a record may go whose time ends",
  returnChecks: "what you confirm when you are back",
  after: "what follows an incident",
  report: "a report to read",
  warning: "whether a warning about a home still stands",
  call: "the record of a call in place of a visit",
  letter: "whether the letter or note was left where no one was home",
};

const toDo = (kind: string, whom: string): string => `${what[kind] ?? "one thing"}${whom ? ` (${whom})` : ""}`;

const ended: Readonly<Record<string, string>> = {
  ok: "spoken to, and well",
  concern: "spoken to, with a concern",
  waitingOutside: "spoken to, waiting outside",
  codeWord: "spoken to",
  tap: "checked in",
  signedIn: "back and signed in",
  stoodDown: "stood down",
  watchTaken: "somebody has the watch",
  attending: "people are going there",
  policeCalled: "the police have it",
};

const off: Readonly<Record<string, string>> = {
  declined: "was declined",
  notGoing: "is not going ahead",
  cancelled: "was cancelled",
};

/** What the policy has visitors leave where no one is home. */
const leftThere: Readonly<Record<string, string>> = {
  letter: "No one is home. Please post the letter through the letter box and press “Letter posted”. Then",
  notification: "The wait is over. Please put a note through the door that you were there, and press “Note left”. Then",
  nothing: "No one is home. Please",
};

const children: Readonly<Record<string, string>> = {
  unsure: "is not sure whether a child is safe, and asks for your advice now",
  concern: "is worried about a child in the home now",
  danger: "believes a child to be in danger now",
  rang999: "has rung 999: a child is in immediate danger",
};

const begun = ({ names, found, by, how }: Args): string =>
  [
    how === "unsigned" ? `${names} out, without having signed out` : `${names} signed out`,
    ...(found ? [`${found} out, without having signed out`] : []),
    ...(by ? [`${by} not yet`] : []),
  ].join(", ");

const unsafe = (how: string): boolean => how === "unsafe" || how === "violence";

/** BEM-A-21. */
const parked = (travels: boolean): string => (travels ? "; if you drive, only when safely parked" : "");

export const notices = {
  agreeAsked: ({ by, leave, again }: Args) =>
    again
      ? `The home visit that ${by} asked you to come on has changed: now leaving ${leave}. Please answer again on the card.`
      : `${by} asks you to come on a home visit, leaving ${leave}. Please answer on the card.`,
  companionRefused: ({ names }: Args) => `${names} can't come on your home visit. Please choose somebody else.`,
  requestSent: ({ leave }: Args) => `Your home visit leaving ${leave} is asked for. Its card shows what comes next.`,
  riskAsked: ({ leave }: Args) => `Please make the risk assessment for your home visit leaving ${leave}.`,
  approvalAsked: ({ by, leaveBy, again }: Args) =>
    `${by} asks ${again ? "again " : ""}for your approval of a home visit. Needed ${leaveBy}.`,
  coordinationAsked: ({ by, leaveBy, again, you }: Args) =>
    you
      ? `Please plan and coordinate your own home visit${again ? " again" : ""}. Needed ${leaveBy}.`
      : `${by} asks you ${again ? "again " : ""}to plan and coordinate a home visit. Needed ${leaveBy}.`,
  talkAsked: ({ by, leaveBy }: Args) =>
    `${by} has to talk a home visit over with you first. Please record it on the card ${leaveBy}.`,
  approved: ({ by, leave }: Args) =>
    `Your home visit is approved by ${by}. Sign out on the card when you leave at ${leave}.`,
  coordinated: ({ by, leave }: Args) =>
    `Your home visit is planned and coordinated by ${by}. Sign out on the card when you leave at ${leave}.`,
  declined: ({ by }: Args) => `${by} declined the home visit. The reason is on the card.`,
  changesAsked: ({ by }: Args) => `${by} asks for changes to the home visit. What to change is on the card.`,
  planChanged: ({ names, back }: Args) => `${names}: now back by ${back}.`,
  planAmended: ({ by, leave, back }: Args) =>
    `${by} has changed the plan of your home visit a little; it stays approved. You leave at ${leave} and are back by ${back}. The rest is on the card.`,
  timesAmended: ({ names, leave, back }: Args) =>
    `Home visit of ${names}: they now leave at ${leave} and are back by ${back}.`,
  calledOff: ({ names, how, until }: Args) =>
    `The home visit of ${names} ${off[how] ?? "is off"}.${until ? "" : " Nobody leaves."}`,
  visitBegun: (args: Args) => `Home visit, back by ${args.back}: ${begun(args)}. Nothing for you to do.`,
  watchTaken: ({ by, names, back }: Args) =>
    `${by || "Somebody"} has the watch over ${names || "a visit"}${back ? `, back by ${back}` : ""}.`,
  watchAsked: ({ names, leave, back }: Args) =>
    `Home visit of ${names}: leaving ${leave}, back by ${back}. Who has the watch? Press the button on the card.`,
  watchOffered: ({ by, names }: Args) =>
    `${by} asks you to take the watch over ${names}. It stays with ${by} until you do.`,
  reachMissing: ({ names }: Args) =>
    `${names} can't be reached in Teams if something goes wrong. Please ask them to write “help” to Homeward once.`,
  timeToLeave: ({ leave }: Args) => `You leave at ${leave}. Please sign out on the card before you go.`,
  askedWhere: ({ until }: Args) =>
    `Nobody has signed out. Gone, late or not going? Please answer on the card${until ? ` by ${until}` : ""}; without an answer we take it that you are out.`,
  foundOut: ({ names, you }: Args) =>
    you
      ? "You have not signed out, so you count as out, and the watch over you has begun. Please check in on the card; if you are at school, sign in there."
      : `Out, and not signed out: ${names}. The watch over them has begun.`,
  partlyOut: ({ names, by }: Args) =>
    `Out: ${names}. Not signed out: ${by}, due to go along. Is somebody out alone? Please look at the card.`,
  notAlong: ({ names }: Args) =>
    `Out on your visit: ${names}. If you are there, sign out on the card; if you are not going, say so there.`,
  unaccounted: ({ names, by, how, until }: Args) =>
    `${notSigned(names, by, how)} Are they at school? Find out, and say so on the card${until ? ` by ${until}` : ""}; after that they count as out, and an alarm begins.`,
  askedAfter: ({ names, how, until }: Args) =>
    how === "off"
      ? `Your visit is off, after it should have begun. Had you left? Please answer on the card${until ? ` by ${until}` : ""}; without an answer we take it that you are out, and look for you.`
      : `Back from your visit: ${names}. You have signed nothing. Did you go along? Please answer on the card${until ? ` by ${until}` : ""}; without an answer we take it that you are still out, and look for you.`,
  stayedBehind: ({ names, by }: Args) =>
    `Not going along: ${by}. ${names} went without them, fewer than were approved. Decide whether the visit goes on, and tell ${names}.`,
  notWithYou: ({ by }: Args) =>
    `Not coming with you: ${by}. Fewer go than were approved: ring the school before you go in.`,
  ping: ({ due, travels }: Args) =>
    `All well? Please check in on the card${due ? ` by ${due}` : ""}${parked(travels)}.`,
  reportIn: ({ due, travels }: Args) =>
    `Please report in${due ? ` by ${due}` : ""}, as agreed for this visit: one press on the card${parked(travels)}.`,
  longStay: () =>
    "You have been there for as long as a visit usually takes. Staying? Check in on the card; else say goodbye.",
  nudge: ({ backBy }: Args) =>
    `Back ${backBy}. Later than that? Press +15 or +30 on the card, or sign in when you are back.`,
  awaySafe: () => "Are you away and safe? Please check in on the card now.",
  waitOver: ({ put, onward }: Args) =>
    `${leftThere[put] ?? "Nobody came. Please"} ${onward ? "go on to the next door" : "return to school"}.`,
  goingHome: ({ names }: Args) => `${names}: left the home and going straight home. Their sign-in is still to come.`,
  childReported: ({ by, how }: Args) =>
    `${by} ${children[how] ?? children.concern}. Please read the card and ring ${by}.`,
  concernTaken: ({ by }: Args) => `${by} knows about the child and will be in touch. In immediate danger ring 999.`,
  meetingOff: ({ names, how }: Args) =>
    how === "animals" || how === "unknownPeople"
      ? `${names} ${how === "animals" ? "did not go in: animals were not kept away" : "broke it off: people they did not know were there"}.`
      : unsafe(how)
        ? `${names} ended the visit because it was not safe. The safety checks go on.`
        : `${names}: no one was home. They are to come back now.`,
  alarm: (args: Args) => alarm(args),
  afterPolice: ({ no, names, at, cause, quiet }: Args) =>
    `ALARM ${no} · ${names}: the police were called${at ? ` at ${at}` : ""}, and this is still open.${cause === "covert" || quiet ? " DO NOT RING OR MESSAGE THEM." : ""} When you know more, please press it on the card.`,
  alarmEnded: ({ no, names, how, at }: Args) =>
    `ALARM ${no} is over${at ? `, ${at}` : ""} · ${names}: ${ended[how] ?? "closed"}.`,
  stillOpen: ({ no, names, over }: Args) =>
    `ALARM ${no} · ${names}: STILL OPEN. That ALARM ${over} is over is said where they can read it. DO NOT RING OR MESSAGE THEM.`,
  tapped: ({ no, names, at }: Args) =>
    `ALARM ${no} · ${names} pressed a button${at ? ` at ${at}` : ""}. Confirm by voice; it ends nothing.`,
  everyoneBack: ({ names }: Args) => `Everyone is back: ${names}.`,
  taskDue: ({ kind, whom, dueBy }: Args) => `Still to do for a home visit: ${toDo(kind, whom)}, ${dueBy}.`,
  taskOverdue: ({ kind, whom, due, names }: Args) =>
    `Overdue since ${due}: ${toDo(kind, whom)} for the visit of ${names}.`,
  coverEnds: ({ names, end }: Args) => `Still out: ${names}. Cover ends at ${end}: please take the watch by name.`,
  helpComing: () => "Your call for help has been passed on.",
  goThere: ({ no, names }: Args) =>
    `ALARM ${no}: please go to ${names} now, two of you together. The address and your own check-ins are on the card.`,
  comeBack: ({ no, names, how }: Args) =>
    `ALARM ${no} is over · ${names}: ${ended[how] ?? "closed"}. You need not go on: please come back, and sign in on the card.`,
  incident: ({ by }: Args) => `${by} reports an issue on a home visit. Please read it on the card.`,
  concern: ({ by }: Args) => `${by} reports a safeguarding concern from a home visit. Please read it on the card.`,
  toRead: () => "There is something about a home visit that only you may read. It is on the card.",
  unread: ({ kind }: Args) =>
    kind === "concern"
      ? "Nobody has said yet that they have read the safeguarding concern from a home visit. Please read it on the card."
      : "Something about a home visit is waiting for you to read. It is on the card.",
  concernWaits: () =>
    "A safeguarding concern from a home visit has not been read yet. Please find whoever should read it; what it says is not shown here.",
  outcome: ({ by }: Args) => `${by} sends you the outcome of a home visit. It is on the card.`,
  contactOffered: () =>
    "Somebody at home is ill, so the visit is off. If there has to be contact all the same, plan a call on the card.",
  contactAsked: ({ by, start, how }: Args) =>
    `${by} plans a ${calls[how] ?? calls.phone} at ${start} in place of a home visit. Please decide on the card.`,
  contactDecided: ({ by, how }: Args) =>
    how === "yes"
      ? `${by} has authorised your call in place of a home visit. What it keeps to is on the card.`
      : `${by} has not authorised your call in place of a home visit. The reason is on the card.`,
  contactKnown: ({ names, start }: Args) =>
    `For you to know: ${names} makes a call to a family at ${start} in place of a home visit. Nothing for you to do.`,
  contactBeside: ({ names, start }: Args) =>
    `${names} asks you to see or hear a call to a family at ${start}. What it keeps to is on the card.`,
  contactDue: ({ start }: Args) =>
    `Your call in place of a home visit is at ${start}. Please record it on the card afterwards.`,
  contactUnrecorded: ({ names, start }: Args) =>
    `The call to a family at ${start} in place of a home visit is not recorded yet. ${names}: please record it on the card, or that it did not come about.`,
};

const calls: Readonly<Record<string, string>> = { phone: "phone call", video: "video call" };

const notSigned = (names: string, by: string, how: string): string =>
  how === "off"
    ? `A home visit is off, after it should have begun. Nothing signed by ${by}.`
    : `Back: ${names}. Nothing signed by ${by}, who was to go along.`;

const causes: Readonly<Record<string, (args: Args) => string>> = {
  noContact: ({ at, due }) => (at ? `no contact since ${at}` : `no contact, due ${due}`),
  notBack: ({ due }) => `not back, due ${due}`,
  uncovered: () => "out, and nobody has the watch",
  emergency: () => "asked for help",
  violence: () => "violence or a threat of it",
  covert: () => "needs help. DO NOT RING OR MESSAGE THEM",
};

const asks: Readonly<Record<string, string>> = {
  call: "Ring them, then press how it went.",
  decide: "Please decide on the card.",
  police: "NOBODY HAS CALLED THE POLICE YET. Read the card, ring 999.",
};

/** The usual call after the start, once it is an alarm: of nobody it is said that they did not answer where nobody has rung. */
const usualCall: Readonly<Record<string, string>> = {
  noAnswer: "the usual call after the start was not answered",
  concern: "the usual call after the start left a concern",
  unmade: "nobody has recorded the usual call after the start",
};

/** The routine call is no alarm yet, and does not sound like one. */
function alarm(args: Args): string {
  const { no, names, cause, ask, quiet } = args;
  if (quiet && ask === "call") return `${names}: DO NOT RING OR MESSAGE THEM NOW (no. ${no}). Read the card.`;
  if (cause === "arrivalCall" && ask === "call")
    return `Please ring ${names} now: the usual call after the start of a visit (no. ${no}).`;
  const say = causes[cause]?.(args) ?? usualCall[args.call] ?? usualCall.unmade;
  const then =
    cause === "uncovered"
      ? "Please take the watch on the card."
      : cause === "covert" && ask === "call"
        ? "Read the card."
        : asks[ask];
  return `ALARM ${no} · ${names}: ${say}. ${then ?? "Read the card."}`;
}

export const noticeMarks = {
  somebody: "Somebody",
  others: (count: number) => (count === 1 ? "1 other" : `${count} others`),
  contact: (at: string, name: string) => `${at} (${name})`,
  repeat: (no: number) => `repeat of alarm ${no}`,
  repeatOther: "sent again",
  late: (length: string) => `${length} late`,
};
