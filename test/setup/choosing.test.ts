import { drawSetUp } from "../../cards/draw";
import { inputOf } from "../../policies/setting-input";
import type { ParameterName } from "../../policies/statements";
import { type Schools, schoolsOf } from "../../schools/parse-schools";
import type { SchoolsFile } from "../../schools/schema";
import { applied } from "../../schools/setup/apply";
import { readChange } from "../../schools/setup/inputs";
import { nothingChanged } from "../../schools/setup/set-up";
import { type Page, pages } from "../../schools/setup/sight";
import { LiveBook } from "../../setup/live-book";
import { setUpSight } from "../../setup/sight";
import { inputsOf, nodesOf } from "../cards/tree";
import { packNames, readPack } from "../policies/read-pack";
import { schoolsOn } from "../schools/read-school";

const packs = new Map(packNames.map((name) => [name, readPack(name)] as const));
const now = Date.parse("2026-11-23T09:00:00Z");

/** The school that the pack is played with, set up in Teams; with as many people as a large one has. */
function bookFor(pack: string, people = 0): LiveBook {
  const { schools, people: here, ...file } = schoolsOn(pack).file;
  const administrators = here.slice(0, 2).map(({ id }) => id);
  const more = Array.from({ length: people }, (_, at) => ({
    ...(here[0] as (typeof here)[number]),
    id: `00000000-0000-0000-0000-${String(at).padStart(12, "0")}`,
    name: `Bartholomew Featherstonehaugh the ${at}th`,
  }));
  const grown = { ...file, people: [...here, ...more], schools: schools.map((one) => ({ ...one, administrators })) };
  return new LiveBook(sound(grown), packs);
}

function sound(file: SchoolsFile): Schools {
  const found = schoolsOf(file, packs);
  if ("faults" in found) throw new Error(found.faults.join());
  return found;
}

function seen(live: LiveBook, page: Page, setting?: string) {
  const [roster] = live.rosters();
  if (!roster) throw new Error("There is no school.");
  const rooms = Array.from({ length: 20 }, (_, at) => ({
    conversation: `19:${"r".repeat(60)}${at}@thread.tacv2`,
    by: roster.school.administrators?.[0] ?? "",
    at: now,
  }));
  const around = { viewer: "", page, setting, now, others: [], rooms, out: [], packs: live.packsThere() };
  return setUpSight(live, roster, { ...around, setUp: nothingChanged });
}

describe.each(packNames)("what %s leaves to its school", (pack) => {
  const live = bookFor(pack);
  const large = bookFor(pack, 100);
  const [school] = live.book.schools();
  const settings = live.settings(school ?? "");
  const standing = {
    ...{ rota: [], rooms: [], baseline: null, inputOf: (name: string) => inputOf(name as ParameterName) },
    written: (name: string) => live.written(school ?? "", name),
  };
  /** What stands of a setting once that has been pressed. */
  const pressed = (name: string, input: Record<string, string>) => {
    const asked = readChange({ setting: name, ...input }, standing);
    if ("refused" in asked) throw new Error(`${name}: ${asked.say}`);
    const after = sound(applied(live.schools.file, school ?? "", asked.change, packs));
    return after.policies.get(school ?? "")?.[name as ParameterName];
  };

  it("can each be chosen as it stands on the card, and then is what it was, chosen by the school", () => {
    for (const { name } of settings) {
      const choice = live.choice(school ?? "", name);
      const empty = choice?.asInFile === "" && !["several", "roles"].includes(choice.input.input);
      if (!choice || choice.input.input === "baseline" || empty) continue;
      const asked = readChange({ do: "setting", setting: name, value: choice.asInFile }, standing);
      if ("refused" in asked) throw new Error(`${name}: ${asked.say}`);
      const after = sound(applied(live.schools.file, school ?? "", asked.change, packs));
      const [before, now_] = [live.schools, after].map(
        ({ policies }) => policies.get(school ?? "")?.[name as ParameterName],
      );
      expect([name, now_]).toEqual([name, before]);
      expect(after.chosen.get(school ?? "")?.join("\n")).toContain(`the school's choice as set (${name})`);
    }
    expect(settings.length).toBeGreaterThan(30);
  });

  it("is a line or a value at a time where it is a list or a set of them, and stays as it was where nothing is changed", () => {
    const seenOf = { rows: 0, fields: 0 };
    for (const { name } of settings) {
      const choice = live.choice(school ?? "", name);
      const before = live.schools.policies.get(school ?? "")?.[name as ParameterName];
      for (const row of choice?.rows ?? [])
        expect(pressed(name, { do: "saveRow", row: row.id, rowText: row.text, ...row.values })?.value).toEqual(
          before?.value,
        );
      const isNull = before?.value === null;
      if (choice?.values && !isNull) expect(pressed(name, { do: "fields", ...choice.values })).toEqual(before);
      if (choice?.values && isNull) expect(pressed(name, { do: "noFields" })).toEqual(before);
      if (choice?.rows) seenOf.rows++;
      if (choice?.values) seenOf.fields++;
    }
    expect(seenOf.rows).toBeGreaterThan(7);
    expect(seenOf.fields).toBeGreaterThan(0);
  });

  it("is written as the schools file would have it in nothing but what has parts within parts", () => {
    const asYaml = settings.map(({ name }) => name).filter((name) => inputOf(name as ParameterName).input === "yaml");
    expect(["alternativeContact", "risk", "reasons"]).toEqual(expect.arrayContaining(asYaml));
  });

  it("is asked with the choices that there are: yes or no, a number, a list, roles by their titles", () => {
    const asked = (name: string) => inputsOf(drawSetUp(seen(live, "choice", name)))[0];
    expect(asked("hold")).toMatchObject({ type: "Input.Text", value: "5" });
    expect(asked("infectionControls")).toMatchObject({ choices: [{ title: "yes" }, { title: "no" }] });
    const withRoles = settings.find(({ name }) => inputOf(name as ParameterName).input === "roles");
    expect(asked(withRoles?.name ?? "")).toMatchObject({ isMultiSelect: true });
    const titles = nodesOf(drawSetUp(seen(live, "choices"))).map(({ text }) => String(text));
    expect(titles.join()).toContain("It is the school's choice");
  });

  it("P1: has no code word among it, which one press could take away", () => {
    expect(settings.map(({ name }) => name)).not.toContain("codeWord");
    const names = {
      ...standing,
      inputOf: (name: string) =>
        settings.some((one) => one.name === name) ? inputOf(name as ParameterName) : undefined,
    };
    for (const press of ["setting", "unset"])
      expect(readChange({ do: press, setting: "codeWord", value: "true" }, names)).toMatchObject({ field: "setting" });
  });

  it.each(pages.filter((page) => page !== "choice"))("fits on its page %s with a hundred people", (page) => {
    const card = drawSetUp(seen(large, page));
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25 * 1024);
  });

  it("fits on its page, each", () => {
    for (const { name } of settings) {
      const card = drawSetUp(seen(live, "choice", name));
      expect([name, Buffer.byteLength(JSON.stringify(card)) < 25 * 1024]).toEqual([name, true]);
    }
  });
});
