import "server-only";
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Said } from "../messages/said";
import { FileProblems, type Path, type Place, type Remark } from "./remark";

/** Of a file, in bytes, and of collections inside of collections. */
export const fileLimits = { bytes: 5_000_000, depth: 16 } as const;

export type Source = {
  data: unknown;
  /** Of the value, or of its key; of what surrounds it where there is none. */
  placeOf(path: Path, what?: "key" | "value"): Place;
};

/** @throws FileProblems unless it is one plain YAML document of a bearable size */
export function readSource(text: string): Source {
  const size = Buffer.byteLength(text);
  if (size > fileLimits.bytes) throw fail({ line: 1, column: 1 }, tooLarge(size));
  requireShallow(text);
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, {
    ...{ lineCounter: lines, prettyErrors: false, logLevel: "error" },
    ...{ version: "1.2", schema: "core", stringKeys: true },
  });
  const problems: Remark[] = [...document.errors, ...document.warnings].map(({ pos: [start], message }) => ({
    ...at(start),
    said: { code: "desk_file.no_yaml", params: { reason: message } },
  }));
  const refuse = (node: Node, said: Said) => problems.push({ ...at(node.range?.[0] ?? 0), said });
  visit(document, {
    Node(_, node, { length: depth }) {
      if (isAlias(node) || node.anchor) refuse(node, { code: "desk_file.alias" });
      else if (node.tag)
        refuse(node, {
          code: "desk_file.tag",
          params: { tag: node.tag.replace("tag:yaml.org,2002:", "!!") },
        });
      // A node stands inside of a pair or a list, which stands inside of a node.
      if (isCollection(node) && depth > 2 * fileLimits.depth) {
        refuse(node, tooDeep);
        return visit.BREAK;
      }
      return undefined;
    },
  });
  if (problems.length > 0) throw new FileProblems(problems);
  return {
    data: document.toJS({ maxAliasCount: 0 }),
    placeOf: (path, what = "value") => at(offsetOf(document.contents, path, what)),
  };
}

function offsetOf(root: unknown, path: Path, what: "key" | "value"): number {
  let node: unknown = root;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === String(step))
      : undefined;
    const isWanted = what === "key" && depth === path.length - 1;
    const next = isSeq(node) ? node.items[Number(step)] : isWanted ? pair?.key : (pair?.value ?? pair?.key);
    if (!isNode(next)) break;
    offset = next.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}

const tooDeep: Said = { code: "desk_file.too_deep", params: { most: fileLimits.depth } };
const tooLarge = (bytes: number): Said => ({
  code: "desk_file.too_large",
  params: { size: { bytes }, most: { bytes: fileLimits.bytes } },
});

const fail = (place: Place, said: Said) => new FileProblems([{ ...place, said }]);

/** By which the lexer says what begins and ends; they are not in the text. */
const marks = new Set(["\u0002", "\u0018", "\u001f"]);

/** Before it is parsed, because the parser calls itself for each collection inside of another. */
function requireShallow(text: string): void {
  let [depth, inLine, offset] = [0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    else if (token === "-" || token === "?") inLine++;
    else if (/[\S\n]/.test(token)) inLine = 0;
    if (depth > fileLimits.depth || inLine > fileLimits.depth) {
      const before = text.slice(0, offset).split("\n");
      throw fail({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }, tooDeep);
    }
    if (!marks.has(token)) offset += token.length;
  }
}
