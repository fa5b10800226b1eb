import { Limits } from "../../engine/limits";
import { urgencies } from "../../visits/notice";

const take = (limits: Limits, to: string, at: number, urgency = urgencies.alarm as 0 | 1 | 2 | 3) =>
  limits.take(to, urgency, at);

it("lets one conversation have seven in a second and eight in two", () => {
  const limits = new Limits();
  for (let i = 0; i < 7; i++) expect(take(limits, "ann", 0)).toBeUndefined();
  expect(take(limits, "ann", 10)).toBe(1_000);
  expect(take(limits, "ann", 1_000)).toBeUndefined();
  expect(take(limits, "ann", 1_001)).toBe(2_000);
});

it("lets one conversation have sixty in half a minute", () => {
  const limits = new Limits();
  for (let i = 0; i < 60; i++) expect(take(limits, "ann", i * 400)).toBeUndefined();
  expect(take(limits, "ann", 60 * 400)).toBe(30_000);
});

it("lets everybody together have fifty in a second", () => {
  const limits = new Limits();
  for (let i = 0; i < 50; i++) expect(take(limits, `person ${i}`, 0)).toBeUndefined();
  expect(take(limits, "one more", 5)).toBe(1_000);
  expect(take(limits, "one more", 1_000)).toBeUndefined();
});

it("keeps room for alarms when reminders use all they may", () => {
  const limits = new Limits();
  for (let i = 0; i < 40; i++) expect(take(limits, `person ${i}`, 0, urgencies.reminder)).toBeUndefined();
  expect(take(limits, "reminded", 0, urgencies.reminder)).toBe(1_000);
  expect(take(limits, "alarmed", 0, urgencies.covert)).toBeUndefined();
});
