import { School } from "./school";

it("S2: npm start with STORE=cosmos brings a database of its own, says that it keeps nothing, and alarms out of it", async () => {
  const school = await School.open({ env: { STORE: "cosmos" } });
  expect(school.program.output).toContain("in memory");
  await school.sendsOut();
  expect(await school.told(/ALARM/, () => school.priya.says("help"))).toEqual(expect.arrayContaining(["ann", "helen"]));
  await school.close();
});
