import { parse } from "yaml";
import { settingUp as say } from "../../words/en-gb/refusals/setting-up";
import type { Change } from "./change";
import type { No } from "./set-up";

/** What a card of set-up brings, all as text. */
export type SetUpInput = Readonly<Record<string, string>>;
/** A change as somebody typed it; the code word goes beside it (P1). */
export type Asked = { change: Change; word?: string };

const no = (field: string, sentence: string): No => ({ refused: "badInput", say: sentence, field });
const given = (input: SetUpInput, name: string): string => (input[name] ?? "").trim();
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Reads the press of one of the card's buttons; `do` says which. */
export function readChange(input: SetUpInput): Asked | No {
  const read = Object.hasOwn(readers, input.do ?? "") ? readers[input.do as keyof typeof readers] : undefined;
  return read ? read(input) : no("do", say.what);
}

const readers = {
  giveRole: (input: SetUpInput) => role(input, true),
  takeRole: (input: SetUpInput) => role(input, false),
  acting(input: SetUpInput): Asked | No {
    const [who, role, from, to] = ["who", "role", "from", "to"].map((name) => given(input, name)) as Four;
    if (!who) return no("who", say.who);
    if (!role) return no("role", say.role);
    return period(from, to) ? { change: { kind: "acting", who, role, from, to } } : no("from", say.dates);
  },
  close: (input: SetUpInput) => closed(input, true),
  open: (input: SetUpInput) => closed(input, false),
  closeEarly(input: SetUpInput): Asked | No {
    const [date, time] = [given(input, "earlyDate"), given(input, "earlyTime")];
    if (!isDate(date)) return no("earlyDate", say.dates);
    if (time && !isTime(time)) return no("earlyTime", say.time);
    return { change: { kind: "earlyClosing", date, time: time || null } };
  },
  cover(input: SetUpInput): Asked | No {
    const spans = given(input, "cover")
      .split(/[,;]/)
      .filter((text) => text.trim() !== "")
      .map(spanIn);
    const wrong = spans.some(({ from, to }) => !isTime(from) || !isTime(to) || from >= to);
    return wrong ? no("cover", say.spans) : { change: { kind: "cover", spans } };
  },
  channel(input: SetUpInput): Asked | No {
    const [name, conversation] = [given(input, "channel"), given(input, "conversation")];
    if (!/^[a-z][A-Za-z0-9]*$/.test(name) || !/^19:[^\s;]{3,200}$/.test(conversation))
      return no("conversation", say.channel);
    return { change: { kind: "channel", name, conversation } };
  },
  codeWord(input: SetUpInput): Asked | No {
    const word = given(input, "word");
    return word.length < 4 || word.length > 60 ? no("word", say.word) : { change: { kind: "codeWord" }, word };
  },
  setting(input: SetUpInput): Asked | No {
    const [name, text] = [given(input, "setting"), given(input, "value")];
    if (!name) return no("setting", say.setting);
    return text ? { change: { kind: "setting", name, value: valueIn(text) } } : no("value", say.value);
  },
  unset(input: SetUpInput): Asked | No {
    const name = given(input, "setting");
    return name ? { change: { kind: "setting", name, value: null } } : no("setting", say.setting);
  },
} satisfies Record<string, (input: SetUpInput) => Asked | No>;
type Four = [string, string, string, string];

function role(input: SetUpInput, holds: boolean): Asked | No {
  const [who, name] = [given(input, "who"), given(input, "role")];
  if (!who) return no("who", say.who);
  return name ? { change: { kind: "role", who, role: name, holds } } : no("role", say.role);
}

function closed(input: SetUpInput, closes: boolean): Asked | No {
  const from = given(input, "closedFrom");
  const to = given(input, "closedTo") || from;
  return period(from, to) ? { change: { kind: "closed", from, to, closed: closes } } : no("closedFrom", say.dates);
}

const period = (from: string, to: string): boolean => isDate(from) && isDate(to) && from <= to;
const spanIn = (text: string) => {
  const [from = "", to = ""] = text.split(/[-–]/).map((part) => part.trim());
  return { from, to };
};

/** As it would stand in the schools file; several words with commas between them are a list. */
function valueIn(text: string): unknown {
  try {
    return /^[\w ]+(,[\w ]+)+$/.test(text) ? parse(`[${text}]`) : parse(text, { maxAliasCount: 0 });
  } catch {
    return text;
  }
}
