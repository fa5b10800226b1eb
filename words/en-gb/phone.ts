type Way = "sms" | "email";
const named = { sms: "SMS", email: "e-mail" } as const;
const lacking = { sms: "no phone number with a country code", email: "no e-mail address" } as const;
const setting = { sms: "SMS_FROM", email: "EMAIL_FROM" } as const;

/** Of an e-mail. */
export const subjects = { alarm: "Homeward: ALARM", over: "Homeward: an alarm is over" } as const;

export const alsoInTeams = (text: string): string =>
  `${text} Answer in Teams: nobody reads replies to this message. In danger ring 999.`;

/** That an alarm is over asks for no answer. */
export const noReply = (text: string): string => `${text} Nobody reads replies to this message. In danger ring 999.`;

/** S8: it counts only when it is answered. */
export const orReply = (text: string): string =>
  `${text} You can reply to this SMS: any words check you in. It counts only once you get ✓ and the time back; otherwise ring the school. In danger ring 999.`;

/** To every number alike whose SMS counted for nothing: known or not, out or not. */
export const NO_CHECK_IN =
  "This did not count as a check-in. If you are out on a visit, check in in Teams or ring your school. In danger ring 999.";

export const NO_SECOND_WAY = "alarms go out through Teams alone: there is no second way out (alarmsAlsoBy)";

export const lacks = (way: Way, people: number): string =>
  `alarms also go out by ${named[way]}, but ${people === 1 ? "1 person has" : `${people} people have`} ${lacking[way]}`;

export const NO_REPLIES = "nobody can check in by replying to an SMS: that needs SMS_KEY and a number in SMS_FROM";

export const shared = (names: readonly string[]): string =>
  `${names.join(" and ")} have the same phone number: while more than one of them is out, an SMS from it checks nobody in, and no alarm about one of them goes to it`;

export const notSetUp = (school: string, way: Way): string =>
  `${setting[way]}: is missing; ${school} has alarms go out by ${named[way]}, which needs it and COMMUNICATION_ENDPOINT.`;
