type Args = { clock: string; back: string; phone: string };

/** The chat's sentence after a press or a message. What covert help answers equals the ordinary answer by construction: nothing here knows of it (S4). */
export const answers = {
  requestVisit: () => "✓ Asked. The card shows what comes next.",
  agreeToVisit: () => "✓ You are coming along.",
  refuseVisit: () => "✓ Noted: you can't come.",
  assessRisk: () => "✓ The risk assessment is saved.",
  recordTalk: () => "✓ Your talk is recorded.",
  approve: () => "✓ Saved. Everyone concerned is told.",
  decline: () => "✓ Declined. Those who asked have been told.",
  askForChanges: () => "✓ Sent back for changes.",
  planContact: () => "✓ The call is planned. You will hear whether it is authorised.",
  decideContact: () => "✓ Saved. Whoever makes the call is told.",
  recordContact: () => "✓ The call is recorded. Please file the record.",
  amend: () => "✓ Saved. The card shows the plan as it stands, and what comes next.",
  cancel: () => "✓ The visit is cancelled.",
  signOut: ({ clock, back }: Args) => `✓ ${clock} Signed out. Back by ${back}.`,
  reportOut: ({ clock, back, phone }: Args) =>
    `✓ ${clock} Noted: the watch has begun. Back by ${back}. Otherwise ring ${phone}.`,
  stayBehind: ({ clock }: Args) => `✓ ${clock} Noted: not going along. The school is told, and so are those who went.`,
  arrive: ({ clock }: Args) => `✓ ${clock} Arrived.`,
  checkIn: ({ clock, back }: Args) => `✓ ${clock} Checked in. Back by ${back}.`,
  /** They wrote or sent something, whatever it was: nobody at school reads it, and whoever wrote "20 minutes late" may think so (S4: the same for all words). */
  wrote: ({ clock, back, phone }: Args) =>
    `✓ ${clock} Checked in. Back by ${back}. Anything to tell the school? Press it on the card, or ring ${phone}.`,
  changePlan: ({ clock, back }: Args) => `✓ ${clock} Now back by ${back}.`,
  nextStop: ({ clock }: Args) => `✓ ${clock} The school knows where you go next.`,
  noOneHome: ({ clock }: Args) =>
    `✓ ${clock} No one home. The card says how long to wait and what to leave, if anything.`,
  endUnsafe: ({ clock, phone }: Args) =>
    `✓ ${clock} The visit is over. Get away to somewhere safe, then check in. In danger ring 999; the school is on ${phone}.`,
  letterLeft: ({ clock }: Args) => `✓ ${clock} Noted: it is left there.`,
  reportChild: ({ clock, phone }: Args) =>
    `✓ ${clock} Passed on, and repeated until somebody has it. Is a child in immediate danger? Ring 999. The school is on ${phone}.`,
  takeConcern: ({ clock }: Args) => `✓ ${clock} You have it. Please ring them.`,
  leave: ({ clock }: Args) => `✓ ${clock} Left the home.`,
  leftForHome: ({ clock }: Args) => `✓ ${clock} Going straight home. Please sign in when you are there.`,
  signIn: ({ clock }: Args) => `✓ ${clock} Signed in. Welcome back.`,
  askForHelp: ({ clock, phone }: Args) =>
    `✓ ${clock} Your call for help is saved, and the school is being told. In danger ring 999; the school is on ${phone}.`,
  takeWatch: ({ clock }: Args) => `✓ ${clock} You have the watch. Please keep the sound on.`,
  handOverWatch: () => "✓ Asked. The watch stays with you until they take it.",
  acknowledge: ({ clock }: Args) =>
    `✓ ${clock} You have this alarm. It goes on to others unless you record how it went.`,
  recordCall: ({ clock }: Args) => `✓ ${clock} Recorded.`,
  phonedIn: ({ clock }: Args) => `✓ ${clock} Recorded for them.`,
  seenBack: ({ clock }: Args) => `✓ ${clock} Recorded: back at school.`,
  recordDecision: ({ clock }: Args) => `✓ ${clock} Recorded.`,
  standDown: ({ clock }: Args) => `✓ ${clock} Stood down.`,
  writeMinutes: () => "✓ The minutes are saved.",
  completeTask: () => "✓ Saved.",
  report: () => "✓ Saved. Those who need to know are being told.",
  writeWarning: () => "✓ Saved. Whoever goes to this home next will read it.",
  endWarning: () => "✓ Ended. It is no longer shown.",
  reopen: () => "✓ Opened again.",
};
