import { parseSync } from "vite";

type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** A function that is given an act, and what it names: its identifiers and texts. */
export type Command = { path: string; name: string; text: string; names: string[] };

/** Commands, their parts, and readers of events. */
export function commandsIn(path: string, source: string): Command[] {
  const found: Command[] = [];
  const visit = (node: Node, name: string) => {
    const own = nameOf(node) ?? name;
    if (isGivenAct(node, source))
      found.push({ path, name: own, text: source.slice(node.start, node.end), names: namesIn(node) });
    else for (const child of childrenOf(node)) visit(child, own);
  };
  visit(parseSync(path, source).program as unknown as Node, path);
  return found;
}

function isGivenAct({ type, params }: Node, source: string): boolean {
  if (!/^(Function|ArrowFunction)/.test(type) || !Array.isArray(params)) return false;
  return (params as Node[]).some(param => {
    const typed = param.typeAnnotation as Node | null | undefined;
    return Boolean(typed && /\bAct\b/.test(source.slice(typed.start, typed.end)));
  });
}

function namesIn(node: Node): string[] {
  const own =
    node.type === "Identifier"
      ? [String(node.name)]
      : node.type === "Literal" && typeof node.value === "string"
        ? [node.value]
        : node.type === "TemplateElement"
          ? [(node.value as { raw: string }).raw]
          : [];
  return [...own, ...childrenOf(node).flatMap(namesIn)];
}

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function nameOf({ type, id, key }: Node): string | undefined {
  if (!/^(Function|VariableDeclarator|Property)/.test(type)) return undefined;
  const named = (id ?? key) as { name?: string } | null;
  return named?.name;
}
