import { readTimes } from "../../../visits/sentence/times";

/** A Monday, nine in the morning. */
const monday = Date.parse("2026-11-23T09:00:00Z");
const read = (text: string, now = monday) => readTimes(text, now, "Europe/London");

type Values = { date?: string; start?: string; back?: string; leave?: string };
const understood: readonly (readonly [string, Values])[] = [
  ["today", { date: "2026-11-23" }],
  ["tomorrow 2pm", { date: "2026-11-24", start: "14:00" }],
  ["2 pm tomorrow", { date: "2026-11-24", start: "14:00" }],
  ["the day after tomorrow at 1pm", { date: "2026-11-25", start: "13:00" }],
  ["this Friday", { date: "2026-11-27" }],
  ["2pm on Friday", { date: "2026-11-27", start: "14:00" }],
  ["Tuesday 1st December 2pm", { date: "2026-12-01", start: "14:00" }],
  ["on the 3rd of December", { date: "2026-12-03" }],
  ["3/12", { date: "2026-12-03" }],
  ["3/4 at 14.00", { date: "2027-04-03", start: "14:00" }],
  ["25/11/2026", { date: "2026-11-25" }],
  ["2026-11-25 14:00", { date: "2026-11-25", start: "14:00" }],
  ["at 14:00", { start: "14:00" }],
  ["at 09:30", { start: "09:30" }],
  ["10:30", { start: "10:30" }],
  ["10.30am", { start: "10:30" }],
  ["three pm", { start: "15:00" }],
  ["half past two pm", { start: "14:30" }],
  ["quarter to 1 pm", { start: "12:45" }],
  ["2 in the afternoon", { start: "14:00" }],
  ["tomorrow morning at 9", { date: "2026-11-24", start: "09:00" }],
  ["tonight at 7", { date: "2026-11-23", start: "19:00" }],
  ["at noon", { start: "12:00" }],
  ["in an hour", { date: "2026-11-23", start: "10:00" }],
  ["14:00-15:30", { start: "14:00", back: "15:30" }],
  ["1 Dec 14:00-15:00", { date: "2026-12-01", start: "14:00", back: "15:00" }],
  ["2-3pm", { start: "14:00", back: "15:00" }],
  ["2pm to 3", { start: "14:00", back: "15:00" }],
  ["11-1pm", { start: "11:00", back: "13:00" }],
  ["from 2 until 3.30pm", { start: "14:00", back: "15:30" }],
  ["tomorrow 1pm, back 2:30pm", { date: "2026-11-24", start: "13:00", back: "14:30" }],
  ["Wed 25 Nov at 2.30pm back by 4pm", { date: "2026-11-25", start: "14:30", back: "16:00" }],
  ["2pm, and be back at school by 4", { start: "14:00", back: "16:00" }],
  ["leaving at 1:45pm, 2pm to 3pm", { leave: "13:45", start: "14:00", back: "15:00" }],
  ["tomorrow 2pm, returning 15:30", { date: "2026-11-24", start: "14:00", back: "15:30" }],
];

/** What is asked, and what is understood all the same. */
const asked: readonly (readonly [string, string, Values])[] = [
  ["at 2", "start", {}],
  ["tomorrow at 2", "start", { date: "2026-11-24" }],
  ["half 3", "start", {}],
  ["tomorrow half 3", "start", { date: "2026-11-24" }],
  ["half 3 pm", "start", {}],
  ["half past 3", "start", {}],
  ["quarter to 4", "start", {}],
  ["two o'clock", "start", {}],
  ["9:30", "start", {}],
  ["at 12", "start", {}],
  ["tomorrow afternoon", "start", { date: "2026-11-24" }],
  ["at 3 pm or 4 pm", "start", {}],
  ["2 to 3", "start back", {}],
  ["9am, back by 10", "back", { start: "09:00" }],
  ["at 2 back by 4pm", "start", { back: "16:00" }],
  ["3pm back by 2pm", "start back", {}],
  ["Monday", "date", {}],
  ["next Tuesday", "date", {}],
  ["next week", "date", {}],
  ["in two weeks", "date", {}],
  ["in a fortnight", "date", {}],
  ["a week on Tuesday", "date", {}],
  ["Tuesday week at 2pm", "date", { start: "14:00" }],
  ["at the weekend", "date", {}],
  ["yesterday 2pm", "date", { start: "14:00" }],
  ["2pm tomorrow or Wednesday", "date", { start: "14:00" }],
];

describe("days and times of a sentence", () => {
  it.each(understood)("%s is understood", (text, values) => {
    expect(read(text)).toMatchObject({ values, unclear: [] });
    expect(read(text).values).toEqual(values);
  });

  it.each(asked)("%s is asked, not guessed: %s", (text, about, values) => {
    const { unclear, values: found } = read(text);
    expect(unclear.map((one) => one.about).join(" ")).toBe(about);
    expect(found).toEqual(values);
    for (const { said } of unclear) expect(text).toContain(said.split(", ")[0]);
  });

  it.each(["may", "April", "for an hour", "the 24th", "year 6", "25:00", "31/2", ""])(
    "%s is left as it stands",
    (text) => expect(read(text)).toEqual({ values: {}, unclear: [], rest: text }),
  );

  it("go by the school's calendar and clock, not by the machine's or by UTC's", () => {
    const lateInSummer = Date.parse("2026-07-14T23:30:00Z");
    expect(read("tomorrow 2pm", lateInSummer).values).toEqual({ date: "2026-07-16", start: "14:00" });
    expect(read("in an hour", Date.parse("2026-07-14T12:00:00Z")).values.start).toBe("14:00");
    expect(readTimes("tomorrow 9am", lateInSummer, "America/New_York").values.date).toBe("2026-07-15");
  });

  it("do not move on the days when the clocks do", () => {
    expect(read("tomorrow 2pm", Date.parse("2026-10-24T12:00:00Z")).values).toEqual({
      date: "2026-10-25",
      start: "14:00",
    });
    expect(read("tomorrow 2pm", Date.parse("2027-03-27T12:00:00Z")).values).toEqual({
      date: "2027-03-28",
      start: "14:00",
    });
  });
});
