import { IANAZone } from "luxon";
import { zoneOf } from "../../schools/zone";

const quarter = 900_000;
const day = 86_400_000;
const days = Array.from({ length: 365 }, (_, i) => Date.UTC(2026, 0, 1) + i * day);

it.each(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])(
  "%s has the offset that it has, also in the hours around its changes",
  (name) => {
    const [steady, plain] = [zoneOf(name), IANAZone.create(name)];
    const wrong: number[] = [];
    const changes = days.filter((at) => plain.offset(at) !== plain.offset(at + day));
    for (const from of [Date.UTC(2026, 0, 1), ...changes])
      for (let at = from; at < from + day; at += quarter)
        wrong.push(...[at, at + quarter - 1].filter((end) => steady.offset(end) !== plain.offset(end)));
    expect(wrong).toEqual([]);
  },
);

it("is one and the same zone for one name", () => expect(zoneOf("Europe/London")).toBe(zoneOf("Europe/London")));
