import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

const grammar = createRequire(__filename).resolve("tree-sitter-bicep/tree-sitter-bicep.wasm");
const declarations = new Set([
  "parameter_declaration",
  "variable_declaration",
  "resource_declaration",
  "module_declaration",
]);

/** Bicep by a grammar of its own. What it can't know is what each type of resource may hold: only Azure's compiler does. */
export async function bicepGrammar(): Promise<(text: string) => Syntax> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error("Nothing was parsed.");
    return new Syntax(tree.rootNode);
  };
}

export class Syntax {
  private readonly all: Node[];

  constructor(root: Node) {
    this.all = nodesIn(root);
  }

  /** Where a file is no Bicep: line and text. */
  get faults(): string[] {
    const wrong = this.all.filter((node) => node.isError || node.isMissing);
    return wrong.map(({ startPosition, text }) => `${startPosition.row + 1}: ${text.slice(0, 40)}`);
  }

  /** Each name that the file gives something, with its type where it is a parameter. */
  get declared(): Map<string, string> {
    const found = this.all.filter(({ type }) => declarations.has(type));
    return new Map(found.map((node) => [nameOf(node), childOf(node, "type")?.text ?? ""]));
  }

  /** Each name that is used, as often as it is. */
  get used(): string[] {
    return this.all.filter((node) => node.type === "identifier" && isUse(node)).map(({ text }) => text);
  }

  /** Each function that is called, with the count of what it is given. */
  get calls(): { name: string; given: number }[] {
    return this.all
      .filter(({ type }) => type === "call_expression")
      .map((call) => ({
        name: call.namedChildren[0]?.text ?? "",
        given: childOf(call, "arguments")?.namedChildren.length ?? 0,
      }));
  }

  /** Of each module what it is given: names, and where a value is just another name, that. */
  get modules(): { file: string; given: Map<string, string | undefined> }[] {
    return this.all
      .filter(({ type }) => type === "module_declaration")
      .map((module) => {
        const params = nodesIn(module).find((node) => node.type === "object_property" && nameOf(node) === "params");
        const given = childOf(params, "object")?.namedChildren ?? [];
        const file = childOf(module, "string")?.text.slice(1, -1) ?? "";
        return { file, given: new Map(given.map((one) => [nameOf(one), justAName(one.namedChildren[1])])) };
      });
  }
}

const nodesIn = (node: Node): Node[] => [node, ...node.children.flatMap((child) => (child ? nodesIn(child) : []))];
const childOf = (node: Node | undefined, type: string): Node | undefined =>
  node?.namedChildren.find((child) => child?.type === type) ?? undefined;
const nameOf = (node: Node): string => node.namedChildren[0]?.text ?? "";
const justAName = (value: Node | null | undefined): string | undefined =>
  value?.type === "identifier" ? value.text : undefined;

/** Neither what is declared, nor the name of a property or of a function, nor what stands behind `::`. */
function isUse(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  const first = parent.namedChildren[0]?.id === node.id;
  if (declarations.has(parent.type) || parent.type === "output_declaration") return false;
  if (parent.type === "resource_expression") return first;
  return !(first && ["object_property", "call_expression"].includes(parent.type));
}
