import { Hourly } from "../../engine/hourly";

const minute = 60_000;

it("forgets what was sent to somebody more than an hour ago when they are sent something again", () => {
  const hourly = new Hourly();
  for (let i = 0; i < 200; i++) hourly.add("ann", 0);
  expect(hourly.log(30 * minute)).toEqual({ ann: { 0: 200 } });
  hourly.add("ann", 120 * minute);
  expect(hourly.log(30 * minute)).toEqual({});
});
