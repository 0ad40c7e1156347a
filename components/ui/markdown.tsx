import clsx from "clsx";
import type { ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { isModest } from "@/lib/markdown";

const schemes = new Set(["http:", "https:", "mailto:"]);

/** Only absolute addresses of the three schemes; anything else stays as its text. */
function safeAddress(address: string): string | undefined {
  return URL.canParse(address) && schemes.has(new URL(address).protocol) ? address : undefined;
}

type Part = { children?: ReactNode };
const Heading = ({ children }: Part) => <h3 className="mt-4 font-semibold text-ink">{children}</h3>;

const aligned = (align: unknown) =>
  clsx(align === "right" && "text-right", align === "center" && "text-center");

// Each part takes its children and nothing else, so no class, id or style of the writer reaches the page.
const parts: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  p: ({ children }) => <p className="mt-3">{children}</p>,
  strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
  em: ({ children }) => <em>{children}</em>,
  del: ({ children }) => <del className="text-ink-soft">{children}</del>,
  a: ({ children, href }) =>
    href ? (
      <a
        href={href}
        rel="noopener noreferrer nofollow ugc"
        className="text-accent-text underline decoration-accent-line underline-offset-2 hover:decoration-current"
      >
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ alt }) => (alt ? <span className="text-ink-soft italic">{alt}</span> : null),
  input: ({ checked }) => <span>{checked ? "☑" : "☐"}</span>,
  code: ({ children }) => (
    <code className="rounded border border-line bg-sunken px-1 py-px font-mono text-[0.86em]">
      {children}
    </code>
  ),
  // Lines of code wrap: nothing in a comment ever has to be scrolled sideways.
  pre: ({ children }) => (
    <pre className="mt-3 whitespace-pre-wrap rounded-lg border border-line bg-sunken px-4 py-3 text-ink [&>code]:border-0 [&>code]:bg-transparent [&>code]:p-0">
      {children}
    </pre>
  ),
  blockquote: ({ children }) => (
    <blockquote className="mt-3 border-line-strong/50 border-l-2 pl-4 text-ink-soft [&>:first-child]:mt-0">
      {children}
    </blockquote>
  ),
  ul: ({ children }) => <ul className="mt-3 list-disc pl-6 marker:text-ink-faint">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="mt-3 list-decimal pl-6 marker:text-ink-faint">
      {children}
    </ol>
  ),
  li: ({ children, className }) => (
    <li
      className={clsx(
        "mt-1 [&>ol]:mt-1 [&>p:first-child]:mt-0 [&>ul]:mt-1",
        className === "task-list-item" && "-ml-5 list-none",
      )}
    >
      {children}
    </li>
  ),
  hr: () => <hr className="mt-4 border-line" />,
  table: ({ children }) => (
    <table className="mt-3 w-full border-collapse text-left text-sm">{children}</table>
  ),
  thead: ({ children }) => <thead>{children}</thead>,
  tbody: ({ children }) => <tbody>{children}</tbody>,
  tr: ({ children }) => <tr className="border-line border-b">{children}</tr>,
  th: ({ children, style }) => (
    <th className={clsx("px-2 py-1.5 font-semibold", aligned(style?.textAlign))}>{children}</th>
  ),
  td: ({ children, style }) => (
    <td className={clsx("px-2 py-1.5 align-top", aligned(style?.textAlign))}>{children}</td>
  ),
};

const allowed = [...Object.keys(parts), "br"];

/** What people write in comments. Never raw HTML, never a picture from elsewhere. */
export function Markdown({ children, className }: { children: string; className?: string }) {
  if (!isModest(children)) {
    return <p className={clsx("wrap-anywhere whitespace-pre-wrap leading-relaxed", className)}>{children}</p>;
  }
  return (
    <div className={clsx("wrap-anywhere leading-relaxed [&>:first-child]:mt-0", className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkBreaks]}
        allowedElements={allowed}
        unwrapDisallowed
        skipHtml
        urlTransform={safeAddress}
        components={parts}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
}
