import clsx from "clsx";
import type { Html } from "@/lib/text/html";

type Props = { html: Html; className?: string };

/**
 * A text that somebody typed, as lib/markdown/html.ts has written it. A page takes HTML as it is only here and in `Written`: our
 * Markdown has no HTML of its own, and every letter that was typed is escaped by one function.
 */
export function Markdown({ html, className }: Props) {
  return (
    <div
      className={clsx("markdown", className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
