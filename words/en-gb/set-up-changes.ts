/** A change of set-up: as a clause that follows "that", and what people are told of it. */
export const setUpChanges = {
  changes: {
    name: (name: string) => `the school is called ${name}`,
    numbers: "the school has new telephone numbers",
    zone: (timezone: string) => `the school's time zone is ${timezone}`,
    administrator: (who: string, stands: boolean) =>
      stands ? `${who} is an administrator` : `${who} is no longer an administrator`,
    policy: (pack: string) => `the school follows the policy “${pack}”`,
    person: (who: string, titles: string) =>
      `${who} joins the school, with ${titles ? `the roles: ${titles}` : "no role"}`,
    phone: (who: string) => `${who} has a new mobile number`,
    leaves: (who: string, until: string | undefined) =>
      until === undefined ? `no last day is set for ${who}` : `${who}'s last day is ${until}`,
    check: (who: string, check: string, on: string, until: string | undefined) =>
      `${who}: ${check}, on ${on}${until ? `, holds until ${until}` : ""}`,
    role: (who: string, title: string, holds: boolean) =>
      holds ? `${who} has the role ${title}` : `${who} no longer has the role ${title}`,
    acting: (who: string, title: string, from: string, to: string) => `${who} acts as ${title} from ${from} to ${to}`,
    duty: (duty: string, stands: boolean, old: string | undefined) =>
      `the rota ${stands ? "has" : "no longer has"} ${duty}${old ? ` (until now ${old})` : ""}`,
    channel: (name: string) => `the school has a new channel “${name}”`,
    codeWord: "the school has a new code word",
    hours: (days: string, from: string, to: string) => `school is open ${days} from ${from} to ${to}`,
    term: (from: string, to: string, stands: boolean) =>
      stands ? `a term runs from ${from} to ${to}` : `no term runs from ${from} to ${to} any more`,
    closed: (from: string, to: string, closed: boolean) =>
      `school is ${closed ? "closed" : "open"} ${from === to ? `on ${from}` : `from ${from} to ${to}`}`,
    earlyClosing: (date: string, time: string | null) =>
      time === null ? `school closes at its usual time on ${date}` : `school closes at ${time} on ${date}`,
    cover: (spans: string) =>
      spans === "" ? "somebody is there to watch all of the school day" : `somebody is there to watch ${spans}`,
    setting: (title: string, value: string) => `${title}: ${value}`,
    asSuggested: "as suggested",
    unset: (title: string) => `${title}: the school's choice is taken back`,
  },
  tellWaiting: (school: string, say: string, by: string) =>
    `Set-up of ${school}: ${by} proposes that ${say}. It needs a second administrator: write “set up” to confirm or decline it.`,
  tellInEffect: (school: string, say: string, by: string, second: string) =>
    `Set-up of ${school} has changed: ${say}. Proposed by ${by}, confirmed by ${second}.`,
  tellChanged: (school: string, say: string, by: string) =>
    `Set-up of ${school} has changed: ${say}. Changed by ${by}.`,
  tellDeclined: (school: string, say: string, second: string) => `Set-up of ${school}: ${second} declined that ${say}.`,
  /** The chat's own person is not named: an id is all that is known of it. */
  tellStrangeChat: (school: string, name: string) =>
    `${school}: ${name} has written to Homeward from a chat that belongs to somebody else. Nothing is sent there, so alarms may not reach ${name}. Ask them to open Homeward in their own Teams and write “help”; should this come again, tell whoever runs Homeward.`,
  /** To the channel itself: a post that goes through shows that it can be reached. */
  tellChannel: (school: string, name: string) =>
    `This is from now on the channel “${name}” of ${school} for home visits.`,
};
