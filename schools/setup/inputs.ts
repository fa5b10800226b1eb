import type { RiskBaseline } from "../../policies/rows";
import type { SettingInput } from "../../policies/setting-input";
import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import type { Duty } from "../school";
import type { Change } from "./change";
import { dayReaders } from "./inputs-days";
import { peopleReaders } from "./inputs-people";
import { rowReaders } from "./inputs-rows";
import { schoolReaders } from "./inputs-school";
import { settingReaders } from "./inputs-settings";
import { given, no } from "./read";
import type { No } from "./set-up";

/** What a card of set-up brings, all as text. */
export type SetUpInput = Readonly<Record<string, string>>;
/** A change as somebody typed it; the code word goes beside it (P1). */
export type Asked = { change: Change; word?: string };
/** What a press is read beside, as it stands: the card may be an old one. */
export type Standing = {
  rota: readonly Duty[];
  /** Channels in Teams in which an administrator has said "set up" (P5). */
  rooms: readonly string[];
  baseline: RiskBaseline | null;
  /** Undefined for what this school can't choose; the code word is no setting (P1). */
  inputOf(setting: string): SettingInput | undefined;
  /** What stands of it, as the schools file or the pack writes it. */
  written?(setting: string): unknown;
};
export type Reader = (input: SetUpInput, standing: Standing) => Asked | No;

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
    return word.length < 4 || word.length > 60 ? no("word", say.word) : { change: { kind: "codeWord" }, word };
  },
};
