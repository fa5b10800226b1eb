import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";

type Parser = {
  AdaptiveCard: new () => {
    parse(json: object, context: object): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
  SerializationContext: new () => { eventCount: number; getEventAt(i: number): { message: string } };
};

let parser: Parser | undefined;

/** Microsoft's own parser; its package's entry is for browsers alone. */
function load(): Parser {
  if (parser) return parser;
  const require = createRequire(__filename);
  const file = require.resolve("adaptivecards/dist/adaptivecards.js");
  const module = { exports: {} };
  vm.runInThisContext(`(function (module, exports, self) {${readFileSync(file, "utf8")}\n})`)(
    module,
    module.exports,
    globalThis,
  );
  parser = module.exports as Parser;
  return parser;
}

/** What Microsoft's parser has to say against a card. A list that Teams fills by a search is empty until then, which it holds against any other. */
export function faults(card: object): string[] {
  const { AdaptiveCard, SerializationContext } = load();
  const context = new SerializationContext();
  const read = new AdaptiveCard();
  read.parse(JSON.parse(JSON.stringify(card), searched) as object, context);
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return [...parsing, ...read.validateProperties().validationEvents.map(({ message }) => message)];
}

const searched = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "choices.data" in value
    ? { ...value, choices: [{ title: "found", value: "found" }] }
    : value;
