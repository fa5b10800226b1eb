import { alarmSamples } from "../../cards/alarm/samples";
import { drawCard } from "../../cards/draw";
import type { Sample } from "../../cards/sample-visit";

const textsOf = (name: string): string => {
  const { slot, sight } = alarmSamples[name] as Sample;
  return JSON.stringify(drawCard(slot, sight));
};

describe("S10: an alarm of somebody who is on no visit that is known", () => {
  it("has whoever rings 999 say that nobody knows where they are", () => {
    expect(textsOf("covertOnNoVisit")).toContain("“We do not know where they are.”");
    expect(textsOf("covertOnNoVisit")).not.toContain("We have staff at");
    expect(textsOf("covert")).toContain("“We have staff at 12 Elm Road, Derby");
  });

  it("shows no plan, since there was none", () => {
    for (const made of ["14:30", "Agreed", "Back by"]) {
      expect(textsOf("covert")).toContain(made);
      expect(textsOf("covertOnNoVisit")).not.toContain(made);
    }
  });
});
