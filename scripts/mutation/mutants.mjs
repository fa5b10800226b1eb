// cspell:words loc
// What may be changed in a source text, one thing at a time, and the text in which each of these changes can be switched on.
import { parse } from "@babel/parser";
import { purity } from "./purity.mjs";

const comparisons = { "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"] };
const others = { "===": "!==", "!==": "===", "+": "-", "-": "+", "*": "/", "/": "*", "%": "*" };
const calls = { some: "every", every: "some", min: "max", max: "min", find: "findLast", findLast: "find" };

const listed = (elements, text) => `[${elements.map((one) => (one ? text(one) : "")).join(", ")}]`;

/** Of one node: the texts that could stand there instead. `text`: of a node, as it is written. */
const changes = {
  LogicalExpression: ({ operator, left, right }, text) =>
    operator === "??" ? [text(left)] : [text(left), text(right)],
  BinaryExpression({ operator, left, right }, text) {
    const instead = comparisons[operator] ?? (others[operator] ? [others[operator]] : []);
    return instead.map((other) => `${text(left)} ${other} ${text(right)}`);
  },
  UnaryExpression: ({ operator, argument }, text) => (operator === "!" || operator === "-" ? [text(argument)] : []),
  BooleanLiteral: ({ value }) => [String(!value)],
  NumericLiteral: ({ value }) => [String(value + 1)],
  ArrayExpression: ({ elements }, text, items) => [
    ...(elements.length > 0 ? ["[]"] : []),
    ...(items && elements.length > 1
      ? elements.map((one) =>
          listed(
            elements.filter((it) => it !== one),
            text,
          ),
        )
      : []),
  ],
  CallExpression({ callee, arguments: given }, text) {
    if (callee.type !== "MemberExpression" || callee.computed) return [];
    const { name } = callee.property;
    const of = text(callee.object);
    if (name === "filter") return [of];
    const args = given.map(text).join(", ");
    return Object.hasOwn(calls, name) ? [`${of}.${calls[name]}(${args})`] : [];
  },
};

/** Types say nothing that runs; what they stand around does. */
const isType = ({ type }) =>
  type.startsWith("TS") && !["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"].includes(type);
const isFunction = ({ type }) => /Function|Method/.test(type);
/** A chain with `?.` is one thing: a part of it can't be put in brackets. */
const isChain = ({ type }) => type.startsWith("Optional");

/** `line`, what stands there from `start` to `end`, what would stand there `instead`, and whether both may be worked out side by side. What runs once, as a file is loaded, is left as it is. `items`: also each single thing is taken out of a list. */
export function mutantsIn(code, isPureRoom, items = false) {
  const { program } = parse(code, { sourceType: "module", plugins: ["typescript"] });
  const isPure = purity(program, isPureRoom);
  const found = [];
  const text = ({ start, end, extra }) => {
    const plain = code.slice(start, end);
    return extra?.parenthesized ? `(${plain})` : plain;
  };
  const add = (node, instead) => {
    const { start, end, loc: place } = node;
    const was = code.slice(start, end);
    if (was !== instead) found.push({ line: place.start.line, start, end, was, instead, pure: isPure(node) });
  };
  const visit = (node, parent, within, inside) => {
    if (isType(node)) return;
    const isKey = parent && parent.key === node && !parent.computed;
    const isPart = isChain(node) || (parent && isChain(parent) && within === "object");
    if (inside && !isKey && !isPart)
      for (const instead of changes[node.type]?.(node, text, items) ?? []) add(node, instead);
    if (inside && (node.type === "IfStatement" || node.type === "ConditionalExpression"))
      for (const instead of ["true", "false"]) add(node.test, instead);
    if (inside && node.type === "ExpressionStatement" && /Call|Await/.test(node.expression.type))
      add({ ...node.expression, type: "AwaitExpression" }, "undefined");
    for (const [key, value] of Object.entries(node)) {
      if (key === "loc" || key === "extra" || /comments$/i.test(key)) continue;
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child?.type === "string") visit(child, node, key, inside || isFunction(node));
    }
  };
  visit(program, undefined, "", false);
  const once = new Map(found.map((mutant) => [`${mutant.start} ${mutant.end} ${mutant.instead}`, mutant]));
  return [...once.values()];
}
