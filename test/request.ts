import { tom } from "./people";

/** What Priya types on the card of a request at Meadow Primary; each test changes what it is about. */
export const request = {
  pupil: "Sam Smith",
  address: "1 High Street, Derby",
  postcode: "DE1 1AA",
  reason: "attendanceSupport",
  purpose: "To agree how Sam comes back",
  whyNotInSchool: "They don't come in",
  date: "2026-11-23",
  start: "10:00",
  back: "11:00",
  companion: tom.id,
  agreed: "agreed",
  agreedHow: "by phone",
};
