import { readCommand, readsCovert, withoutCodeWord } from "../../engine/covert";

const secret = { codeWord: "Red folder", signals: { priya: "leavingSoon" } };
const reads = (text: string, who = "tom") => readsCovert([text], secret, who);

describe("S4: the code word", () => {
  it.each([
    "I need the red folder",
    "RED FOLDER",
    "red-folder please",
    "redfolder",
    "the réd fólder",
    "red\u200b folder",
    "ｒｅｄ ｆｏｌｄｅｒ",
    "“Red   folder”",
    "red\nfolder!",
    `${"x ".repeat(50_000)}red folder`,
  ])("is read in %.40j", (text) => {
    expect(reads(text)).toBe(true);
  });

  it.each(["a red folderer", "red. Another folder", "bored folder", "folder red", ""])("is not read in %j", (text) => {
    expect(reads(text)).toBe(false);
  });

  it("may have an apostrophe, straight or curly or none", () => {
    const smith = { codeWord: "Smith's file", signals: {} };
    for (const text of ["smith’s file", "Smiths file", "smith's-file"])
      expect(readsCovert([text], smith, "tom")).toBe(true);
  });

  it("is nowhere when there is none", () => {
    // A lone voicing mark counts as a letter, and nothing of it is left in plain letters.
    for (const text of ["anything", "\uff9e"])
      expect(readsCovert([text], { codeWord: "", signals: {} }, "tom")).toBe(false);
    expect(readsCovert(["anything"], undefined, "tom")).toBe(false);
  });
});

describe("S4: the disguised answer", () => {
  it("means help from the person who chose it, in a button and in words", () => {
    expect(reads("leavingSoon", "priya")).toBe(true);
    expect(reads("we are leaving soon", "priya")).toBe(true);
  });

  it("is an everyday answer from everybody else", () => {
    expect(reads("leavingSoon", "tom")).toBe(false);
  });
});

it("P1: takes the code word out of what anybody types", () => {
  expect(withoutCodeWord("Fetch the Red-Folder, and the red folder!", secret)).toBe("Fetch the …, and the …!");
  expect(withoutCodeWord("Fetch the red folder", { signals: {} })).toBe("Fetch the red folder");
});

describe("a press", () => {
  const press = { verb: "writeMinutes", visit: "meadow.old", no: 3, input: { text: "red folder" }, sentAt: 5 } as const;

  it("S4: on any card is a covert check-in where its sender is out, and carries nothing that was typed", () => {
    const read = readCommand(press, "tom", secret, "meadow.now");
    expect(read).toEqual({ verb: "checkIn", visit: "meadow.now", input: {}, sentAt: 5, covert: true });
  });

  it("stays what it is where its sender is out and calls for nothing", () => {
    const plain = { ...press, input: { text: "All well" } };
    expect(readCommand(plain, "tom", secret, "meadow.now")).toEqual(plain);
  });

  it("P1: of somebody who is not out stays what it is, without the word", () => {
    expect(readCommand(press, "tom", secret, undefined)).toEqual({ ...press, input: { text: "…" } });
  });

  it("S4: counts for the companion too where the ordinary check-in does", () => {
    const both = {
      verb: "checkIn",
      visit: "meadow.now",
      input: { bothOk: "true", note: "red folder" },
      sentAt: 5,
    } as const;
    expect(readCommand(both, "tom", secret, "meadow.now").input).toEqual({ bothOk: "true" });
    const [alone, other] = [
      { ...both, input: { ...both.input, bothOk: "false" } },
      { ...both, verb: "arrive" } as const,
    ];
    for (const one of [alone, other]) expect(readCommand(one, "tom", secret, "meadow.now").input).toEqual({});
  });
});
