import type { Desk } from "./desk";

const visitors = ["Priya Shah", "Tom Okafor"];

type Picture = (name: string) => Promise<void>;

/** The whole story as a new user clicks it, from a request in chat to the minutes; `look` is called where there is something to see. */
export async function tellStory(desk: Desk, look: Picture = async () => undefined): Promise<void> {
  await asks(desk, look);
  await prepares(desk, look);
  await leaves(desk, look);
  await fallsSilent(desk, look);
  await comesBack(desk, look);
}

async function asks(desk: Desk, look: Picture): Promise<void> {
  const priya = desk.person("Priya Shah");
  await priya.sees(/Request a home visit|request visit/i);
  await priya.says("request visit");
  const form = priya.cardWith("Send the request");
  await form.waitFor();
  const typed = (label: string) => form.getByRole("textbox", { name: label });
  await typed("Pupil").fill("Sam Smith");
  await typed("Address").fill("1 High Street, Derby");
  await typed("Postcode").fill("DE1 1AA");
  await form.getByLabel("To work with parents on their child's attendance").check();
  await typed("What the visit is to achieve").fill("To agree how Sam comes back");
  await typed("Why can this not be done in school?").fill("They don't come in");
  await form.getByLabel("Date").fill("2026-11-23");
  await form.getByLabel("At the home from").fill("10:00");
  await form.getByLabel("Back at school by").fill("12:00");
  await form.getByLabel("Who goes with you?").selectOption("Tom Okafor");
  await form.getByLabel("Yes, they have agreed").check();
  await typed("How, and with whom?").fill("By phone with mum");
  await look("request");
  await priya.presses("Send the request");
}

async function prepares(desk: Desk, look: Picture): Promise<void> {
  const helen = desk.person("Helen Marsh");
  await desk.person("Tom Okafor").presses("Yes, I will come");
  await desk.person("Priya Shah").presses(/Reuse the generic one/);
  const approval = helen.cardWith("Approve");
  // Drawn anew with the assessment, it would forget what was ticked before.
  await approval.getByText("Basis").waitFor();
  for (const box of await approval.getByRole("checkbox").all()) await box.check();
  await approval.getByLabel(/Reason for your decision/).fill("It helps Sam back to school");
  await look("approval");
  await helen.presses("Approve");
}

async function leaves(desk: Desk, look: Picture): Promise<void> {
  await desk.person("Mrs Ann Whitfield").presses("Sound on, I have the watch");
  await desk.lets("next");
  for (const name of visitors) await desk.person(name).presses(/sign out/);
  await look("out");
  await desk.lets("+10min");
  for (const name of visitors) await desk.person(name).presses("Arrived");
}

/** The office's call after the start goes well; then nothing is heard, and the ladder climbs to the SLT channel. */
async function fallsSilent(desk: Desk, look: Picture): Promise<void> {
  const office = desk.person("Mrs Ann Whitfield");
  const slt = desk.channel("SLT");
  for (let moves = 0; moves < 5 && !(await office.shows(/Please ring Priya Shah now/)); moves++)
    await desk.lets("next");
  await look("routine-call");
  await office.presses("✓ Spoke: all well");
  await desk.lets("+1h");
  for (let moves = 0; moves < 8 && !(await slt.shows(/ALARM \d/)); moves++) await desk.lets("next");
  await slt.sees(/ALARM \d · .*: no contact since/);
  await slt.presses("I have this alarm");
  await slt.sees("Samuel Reid has this until");
  await look("taken");
}

async function comesBack(desk: Desk, look: Picture): Promise<void> {
  const slt = desk.channel("SLT");
  const alarm = slt.cardWith("✓ Spoke: all well");
  for (const name of visitors) await alarm.getByLabel(name, { exact: true }).first().check();
  await slt.presses("✓ Spoke: all well");
  await slt.sees("This alarm is over");
  for (const name of visitors) await desk.person(name).presses("Back at school: sign in");
  await desk.person("Mrs Ann Whitfield").sees("Everyone is back");
  await look("signed-in");
  await minutes(desk, look);
}

async function minutes(desk: Desk, look: Picture): Promise<void> {
  const priya = desk.person("Priya Shah");
  const form = priya.cardWith("✓ Save the minutes");
  await form.waitFor();
  await form.getByRole("textbox", { name: "What was discussed" }).fill("We agreed three mornings a week.");
  for (const no of await form.getByRole("radio", { name: "No" }).all()) await no.check();
  await priya.presses("✓ Save the minutes");
  await priya.sees("We agreed three mornings a week.");
  await look("written");
}
