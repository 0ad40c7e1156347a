import type { CSSProperties } from "react";
import { type Look, look, mono, night, palette, sans } from "./theme";

const words = { margin: "0 0 16px", fontSize: "16px", lineHeight: "24px", color: palette.text };

export const styles = {
  page: { margin: 0, padding: "32px 12px", backgroundColor: palette.page, fontFamily: sans },
  frame: { width: "100%", maxWidth: "600px", margin: "0 auto" },
  card: {
    backgroundColor: palette.card,
    border: `1px solid ${palette.line}`,
    borderRadius: "12px",
    borderCollapse: "separate",
    padding: "32px 36px",
    wordBreak: "break-word",
  },
  title: { margin: "0 0 16px", fontSize: "22px", lineHeight: "30px", fontWeight: 650, color: palette.text },
  subtitle: {
    margin: "28px 0 14px",
    padding: "22px 0 0",
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: 650,
    color: palette.text,
  },
  words,
  muted: { ...words, fontSize: "14px", lineHeight: "21px", color: palette.muted },
  small: { margin: "0 0 8px", fontSize: "13px", lineHeight: "20px", color: palette.muted },
  quote: { margin: "0 0 24px", padding: "2px 16px", borderInlineStart: `3px solid ${palette.line}` },
  rule: { margin: "0 0 16px", border: 0, borderTop: `1px solid ${palette.line}` },
  code: {
    fontFamily: mono,
    fontSize: "14px",
    backgroundColor: palette.soft,
    border: `1px solid ${palette.line}`,
    borderRadius: "4px",
    padding: "1px 4px",
    color: palette.text,
  },
  cell: {
    padding: "6px 10px",
    border: `1px solid ${palette.line}`,
    textAlign: "start",
    fontSize: "14px",
    lineHeight: "20px",
    color: palette.text,
  },
} satisfies Record<string, CSSProperties>;

function nightRules(scope: string, tint: Look) {
  const rule = (name: string, css: string) => `${scope}.${name}{${css}}`;
  const important = (property: string, value: string) => `${property}:${value} !important;`;
  return [
    // The component puts the same colour on a cell inside the body, which has no class of its own.
    `${scope}.m-page,${rule("m-page>table>tbody>tr>td", important("background-color", night.page))}`,
    rule("m-card", important("background-color", night.card) + important("border-color", night.line)),
    rule("m-soft", important("background-color", night.soft) + important("border-color", night.line)),
    rule("m-person", important("background-color", night.line) + important("color", night.text)),
    rule("m-line", important("border-color", night.line)),
    rule("m-text", important("color", night.text)),
    rule("m-muted", important("color", night.muted)),
    rule("m-link", important("color", tint.link)),
    rule("m-accent", important("background-color", tint.accent) + important("color", tint.onAccent)),
    rule("m-edge", important("border-color", tint.accent)),
  ].join("\n");
}

/** The colours by night, once for clients that follow the system and once for Outlook's own switch. */
export function styleSheet(accent: string) {
  const tint = look(accent).night;
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
${nightRules("", tint)}
}
${nightRules("[data-ogsc] ", tint)}
.m-quote>:last-child{margin-bottom:0 !important}
@media (max-width:480px){
.m-pad{padding:24px 20px !important}
.m-code{font-size:32px !important;letter-spacing:5px !important}
}`;
}
