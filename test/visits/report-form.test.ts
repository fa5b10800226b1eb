import { reportForm } from "../../visits/forms/report";
import type { ReportForm } from "../../visits/sight";
import { ann, helen, priya, tom } from "../people";
import { begin } from "./story";

const form = (sentence?: string) => reportForm(begin().facts(ann), sentence);

describe("reporting a colleague out", () => {
  it("takes those whom the sentence names, by whole name or by a first name that only one has", () => {
    expect(form("Priya Shah and Tom are out")).toMatchObject({ named: [priya.id, tom.id] });
    expect(form("they are out")).toMatchObject({ named: [] });
  });

  it("offers everybody who is not known to be out, but oneself", () => {
    const away = { ...begin().facts(ann), away: [priya.id] };
    const { people } = reportForm(away) as ReportForm;
    expect(people.map(({ id }) => id)).toContain(helen.id);
    for (const { id } of [priya, ann]) expect(people.map((one) => one.id)).not.toContain(id);
  });

  it("is for those who answer alarms", () => {
    expect(reportForm(begin().facts(priya))).toMatchObject({ refused: "notYours" });
  });
});
