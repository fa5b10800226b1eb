// Whether an expression may be worked out once more without anything else changing.

const changing = /^(push|set|add|delete|splice|sort|shift|pop|unshift|clear|reverse|fill)$/;
const reading =
  /^(includes|some|every|find|findLast|findIndex|filter|map|flatMap|has|get|min|max|at|keys|values|entries|slice|join|toSorted|startsWith|endsWith|indexOf|trim|toLowerCase|reduce|round|ceil|floor|abs|split|concat|isArray|toReversed)$/;
const effects = new Set(["AwaitExpression", "YieldExpression", "AssignmentExpression", "UpdateExpression"]);
const pureRooms = /\/(visits|schools|policies|words|cards)\//;

/** Names that a file takes from rooms without effects. */
const takenFrom = (program) =>
  new Set(
    program.body
      .filter(({ type, source }) => type === "ImportDeclaration" && pureRooms.test(source.value))
      .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)),
  );

/** `isPureRoom`: whatever is called there only answers, unless it changes a list or a map. Elsewhere only what is known to. */
export function purity(program, isPureRoom) {
  const taken = takenFrom(program);
  const answers = ({ callee }) => {
    if (callee.type === "Identifier") return isPureRoom || taken.has(callee.name) || /^(is|has)[A-Z]/.test(callee.name);
    const name = callee.property?.name ?? "";
    return !changing.test(name) && (isPureRoom || reading.test(name));
  };
  const isPure = (node) => {
    if (effects.has(node.type)) return false;
    if (/CallExpression$/.test(node.type) && !answers(node)) return false;
    return Object.entries(node).every(([key, value]) => {
      if (key === "loc" || key === "extra" || /comments$/i.test(key)) return true;
      return (Array.isArray(value) ? value : [value]).every(
        (child) => typeof child?.type !== "string" || isPure(child),
      );
    });
  };
  return isPure;
}
