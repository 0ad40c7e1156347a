import { parseSync } from "vite";

type Node = { type: string; start: number; [key: string]: unknown };

/** Attributes that people read or hear. */
const spoken = /^(aria-label|aria-description|alt|title|label|placeholder|help|hint|working|intro|preview)$/;
/** Words of a sentence, or a capital word and what follows it: what classes, paths and identifiers are not. */
const sentence =
  /^\W?\p{Lu}[\p{Ll}’'-]+(?:[ ,][\p{L}“…]|[.!?…]$)|\p{L}[\p{Ll}’',]* \p{Ll}+[^<>=_[\]]*[.!?…:]$/u;
/** Errors of programmers and lines of the log are for operators, who read English. */
const forOperators = /^(log[A-Z]\w*|console|keepOutOfTransactions)$/;

/** Each text that people would read, with its line. */
export function textsIn(path: string, source: string): string[] {
  const found: string[] = [];
  const note = ({ start }: Node, text: string) => {
    const line = source.slice(0, start).split("\n").length;
    found.push(`${path}:${line} ${text.replace(/\s+/g, " ").trim()}`);
  };
  const visit = (node: Node, attribute?: string) => {
    if (isSkipped(node)) return;
    const text = textOf(node);
    if (node.type === "JSXText" && /\p{L}/u.test(text ?? "")) note(node, text ?? "");
    else if (
      text !== undefined &&
      (sentence.test(text.trim()) || (attribute && spoken.test(attribute) && /^\p{Lu}/u.test(text)))
    )
      note(node, text);
    for (const child of Object.values(node).flat())
      if (isNode(child))
        visit(
          child,
          node.type === "JSXAttribute"
            ? nameOf(node)
            : node.type.startsWith("JSXElement")
              ? undefined
              : attribute,
        );
  };
  visit(parseSync(path, source).program as unknown as Node);
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const nameOf = ({ name }: Node) => String((name as { name?: unknown }).name);

function textOf(node: Node): string | undefined {
  if (node.type === "JSXText" || (node.type === "Literal" && typeof node.value === "string"))
    return String(node.value);
  return node.type === "TemplateElement" ? (node.value as { cooked: string }).cooked : undefined;
}

function isSkipped(node: Node): boolean {
  if (/^(Import|TS|ExportAll)/.test(node.type)) return !/^TS(As|Satisfies|NonNull)/.test(node.type);
  if (node.type === "NewExpression") return /Error$/.test((node.callee as { name?: string }).name ?? "");
  // The samples of mails: what people would have typed.
  if (node.type === "AssignmentExpression")
    return (node.left as { property?: { name: string } }).property?.name === "PreviewProps";
  if (node.type !== "CallExpression") return false;
  const callee = node.callee as { name?: string; object?: { name?: string } };
  return forOperators.test(callee.name ?? callee.object?.name ?? "");
}
