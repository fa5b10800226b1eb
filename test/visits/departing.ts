import type { Person } from "../../schools/school";
import type { Input } from "../../visits/command";
import { priya, tom } from "../people";
import * as bemrose from "./bemrose/story";
import * as hexthorpe from "./hexthorpe/story";
import { schoolOn } from "./schools";
import { approved, day, type Story } from "./story";

const common: Input = {
  pupil: "Ella Martin",
  address: "12 Mill Lane, Derby",
  postcode: "DE1 3AB",
  purpose: "To agree how Ella comes back",
  date: day,
  leave: "13:30",
  start: "14:00",
  back: "15:00",
  agreed: "agreed",
  agreedHow: "By phone with Mrs Martin",
};

function readyAtLiberty(): Story {
  const { begin, who } = schoolOn("liberty");
  const asked = { answer_whyVisit: "a", answer_bestInterests: "b", answer_returnContact: "c", answer_signed: "true" };
  return begin()
    .press(who("lena"), "requestVisit", {
      ...common,
      ...asked,
      reason: "returning",
      reportEvery: "30",
      companion: who("marc").id,
    })
    .press(who("marc"), "agreeToVisit")
    .press(who("paul"), "approve", {
      ticks: "sanctioned,theseStaff",
      sanction_authorities: "None needed",
      reason: "Needed",
    });
}

function readyAtThomasMore(): Story {
  const { begin, who } = schoolOn("thomas-more");
  return begin()
    .press(who("rosa"), "requestVisit", { ...common, reason: "support", socialWorker: "no", companion: who("eric").id })
    .press(who("eric"), "agreeToVisit")
    .press(who("rosa"), "assessRisk", { useGeneric: "true", considered: "true" })
    .press(who("simon"), "approve", { ticks: "discussed,bestInterests", reason: "Needed" });
}

/** By name: a visit that may begin, and its two visitors. */
export const schools: [string, () => Story, Person, Person][] = [
  ["Aspire", () => approved(), priya, tom],
  ["Liberty", readyAtLiberty, schoolOn("liberty").who("lena"), schoolOn("liberty").who("marc")],
  ["Thomas More", readyAtThomasMore, schoolOn("thomas-more").who("rosa"), schoolOn("thomas-more").who("eric")],
  ["Hexthorpe", () => hexthorpe.coordinated(), hexthorpe.ryan, hexthorpe.sita],
  ["Bemrose", () => bemrose.agreed(), bemrose.maya, bemrose.omar],
];
