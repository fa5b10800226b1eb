import { IANAZone } from "luxon";
import { zoneOf } from "../../schools/zone";

const hour = 3_600_000;

it.each(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])(
  "%s has the offset that it has, also in the hours around its changes",
  (name) => {
    const [steady, plain] = [zoneOf(name), IANAZone.create(name)];
    const wrong = [];
    for (let at = Date.UTC(2026, 0, 1, 0, 7); at < Date.UTC(2027, 0, 1); at += hour / 2)
      if (steady.offset(at) !== plain.offset(at) || steady.offset(at) !== plain.offset(at + 7 * 60_000)) wrong.push(at);
    expect(wrong).toEqual([]);
  },
);

it("is one and the same zone for one name", () => expect(zoneOf("Europe/London")).toBe(zoneOf("Europe/London")));
