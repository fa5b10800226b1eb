import type { Desk } from "./desk";

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
  await look("welcome");
  await priya.says("request visit");
  const form = priya.cardWith("Send the request");
  await form.waitFor();
  await look("request");
  const typed = (label: string) => form.getByRole("textbox", { name: label });
  await typed("Pupil").fill("Sam Smith");
  await typed("Address").fill("1 High Street, Derby");
  await typed("Postcode").fill("DE1 1AA");
  await form.getByLabel("Reason *").selectOption("attendanceSupport");
  await typed("What the visit is to achieve").fill("To agree how Sam comes back");
  await typed("Why can this not be done in school?").fill("They don't come in");
  await form.getByLabel("Date").fill("2026-11-23");
  await form.getByLabel("At the home from").fill("10:00");
  await form.getByLabel("Back at school by").fill("11:00");
  await form.getByLabel("Who goes with you?").selectOption("Tom Okafor");
  await form.getByLabel("Yes, they have agreed").check();
  await typed("How, and with whom?").fill("By phone with mum");
  await look("request-filled");
  await priya.presses("Send the request");
  await look("asked");
}

async function prepares(desk: Desk, look: Picture): Promise<void> {
  const helen = desk.person("Helen Marsh");
  await desk.person("Tom Okafor").presses("Yes, I will come");
  await look("agreed");
  await desk.person("Priya Shah").presses(/Reuse the generic assessment/);
  await look("assessed");
  const approval = helen.cardWith("Approve");
  for (const box of await approval.getByRole("checkbox").all()) await box.check();
  await approval.getByLabel(/Reason for your decision/).fill("It helps Sam back to school");
  await look("approval");
  await helen.presses("Approve");
  await look("approved");
}

async function leaves(desk: Desk, look: Picture): Promise<void> {
  await desk.person("Mrs Ann Whitfield").presses("Sound on, I have the watch");
  await look("watched");
  await desk.lets("next");
  await look("time-to-leave");
  for (const name of ["Priya Shah", "Tom Okafor"]) await desk.person(name).presses(/sign out/);
  await look("signed-out");
}

async function fallsSilent(desk: Desk, look: Picture): Promise<void> {
  const slt = desk.channel("SLT");
  for (let moves = 1; !(await slt.here.getByText(/ALARM \d/).count()) && moves < 12; moves++) {
    await desk.lets("next");
    await look(`silent-${moves}`);
  }
  await slt.presses("I have this alarm");
  await look("taken");
}

async function comesBack(desk: Desk, look: Picture): Promise<void> {
  await look("end");
}
