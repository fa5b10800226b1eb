type Way = "sms" | "email";
const named = { sms: "SMS", email: "e-mail" } as const;
const lacking = { sms: "no phone number with a country code", email: "no e-mail address" } as const;
const setting = { sms: "SMS_FROM", email: "EMAIL_FROM" } as const;

export const EMAIL_SUBJECT = "Homeward: ALARM";

export const alsoInTeams = (text: string): string =>
  `${text} Answer in Teams: nobody reads replies to this message. In danger ring 999.`;

export const NO_SECOND_WAY = "alarms go out through Teams alone: there is no second way out (alarmsAlsoBy)";

export const lacks = (way: Way, people: number): string =>
  `alarms also go out by ${named[way]}, but ${people === 1 ? "1 person has" : `${people} people have`} ${lacking[way]}`;

export const notSetUp = (school: string, way: Way): string =>
  `${setting[way]}: is missing; ${school} has alarms go out by ${named[way]}, which needs it and COMMUNICATION_ENDPOINT.`;
