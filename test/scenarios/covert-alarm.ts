const responders = ["grace", "ann", "helen", "samuel", "joan", "slt"];

/** What was told of a discreet call by Priya Shah on a visit without a senior leader: all who answer for her safety, and how. */
export function expectAlarm(no: number, heard: readonly string[]): void {
  expect(heard.map((line) => line.split(":")[0])).toEqual(responders);
  for (const line of heard) expect(line).toMatch(new RegExp(`ALARM ${no}.*Priya Shah.*DO NOT RING OR MESSAGE THEM`));
}

export const stamp = (when: string) => ({
  decision: "policeCalled",
  when,
  reference: "DC-482",
  answer: "On their way",
});
