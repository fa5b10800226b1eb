import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import { isCodeWord } from "../code-word";
import { dayReaders } from "./inputs-days";
import { peopleReaders } from "./inputs-people";
import { rowReaders } from "./inputs-rows";
import { schoolReaders } from "./inputs-school";
import { settingReaders } from "./inputs-settings";
import { given, no } from "./read";
import type { Asked, Reader, SetUpInput, Standing } from "./reader";
import type { No } from "./set-up";

/** Reads the press of one of the card's buttons; `do` says which. */
export function readChange(input: SetUpInput, standing: Standing): Asked | No {
  const read = Object.hasOwn(readers, input.do ?? "") ? readers[input.do ?? ""] : undefined;
  return read ? read(input, standing) : no("do", say.what);
}

const readers: Readonly<Record<string, Reader>> = {
  ...schoolReaders,
  ...peopleReaders,
  ...dayReaders,
  ...settingReaders,
  ...rowReaders,
  channel(input, { rooms }) {
    const [name, conversation] = [given(input, "channel"), given(input, "conversation")];
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return no("channel", say.channel);
    if (!rooms.includes(conversation)) return no("conversation", say.room);
    return { change: { kind: "channel", name, conversation } };
  },
  codeWord(input) {
    const word = given(input, "word");
    return isCodeWord(word) ? { change: { kind: "codeWord" }, word } : no("word", say.word);
  },
};
