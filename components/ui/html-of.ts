import type { ReactElement, ReactNode } from "react";
import { escaped, type Html } from "@/lib/text/html";

type Props = Record<string, unknown> & { children?: ReactNode };

const isEmpty = (type: string) => type === "input" || type === "img";

/**
 * Plain elements as HTML, for `Written`: what React would write of them, without visiting or keeping any. They have
 * neither state nor handlers, and components among them no hooks.
 */
export const htmlOf = (node: ReactNode): Html => write(node) as Html;

function write(node: ReactNode): string {
  if (typeof node === "string") return escaped(node);
  if (Array.isArray(node)) return writeAll(node);
  if (node == null || typeof node === "boolean") return "";
  if (typeof node !== "object") return escaped(`${node}`);
  const { type, props } = node as ReactElement<Props>;
  if (typeof type !== "string")
    return write(typeof type === "function" ? (type as (props: Props) => ReactNode)(props) : props.children);
  let html = `<${type}`;
  let inner = "";
  for (const name in props) {
    const value = props[name];
    if (name === "children") inner = write(value as ReactNode);
    else if (name === "dangerouslySetInnerHTML") inner = (value as { __html: string }).__html;
    else if (value != null && value !== false)
      html += ` ${name === "className" ? "class" : name}="${escaped(`${value}`)}"`;
  }
  return isEmpty(type) ? `${html}>` : `${html}>${inner}</${type}>`;
}

function writeAll(nodes: ReactNode[]): string {
  let html = "";
  for (const node of nodes) html += write(node);
  return html;
}
