import type { CSSProperties, ReactNode } from "react";
import type { Components } from "react-markdown";
import { styles } from "./styles";

/** A heading inside a comment must not compete with the heading of the mail. */
function Bold({ children }: { children?: ReactNode }) {
  return (
    <p className="m-text" style={{ ...styles.words, fontWeight: 650 }}>
      {children}
    </p>
  );
}

const cell = (style?: CSSProperties) => ({
  ...styles.cell,
  ...(style?.textAlign && { textAlign: style.textAlign }),
});

const list = { ...styles.words, paddingLeft: "24px" };
const block = { ...styles.code, margin: "0 0 16px", padding: "12px 14px", lineHeight: "20px" };

/** Each takes its children and little else, so that nothing else of what was written reaches the mail. */
export const elements = (link: string): Components => ({
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map(heading => [heading, Bold])),
  p: ({ children }) => (
    <p className="m-text" style={styles.words}>
      {children}
    </p>
  ),
  a: ({ href, children }) =>
    href ? (
      <a className="m-link" href={href} rel="noopener noreferrer nofollow" style={{ color: link }}>
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  // A picture would tell its owner who reads the mail, and when.
  img: ({ alt }) => <span>{alt}</span>,
  input: ({ checked }) => <span>{checked ? "☑" : "☐"}</span>,
  // Only the code of a block ends with a line end; its frame is drawn by the block.
  code: ({ children }) =>
    String(children).endsWith("\n") ? (
      <code style={{ fontFamily: styles.code.fontFamily }}>{children}</code>
    ) : (
      <code className="m-text m-soft" style={styles.code}>
        {children}
      </code>
    ),
  pre: ({ children }) => (
    <pre className="m-text m-soft" style={{ ...block, whiteSpace: "pre-wrap", wordBreak: "break-word" }}>
      {children}
    </pre>
  ),
  ul: ({ children }) => <ul style={list}>{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} style={list}>
      {children}
    </ol>
  ),
  li: ({ children }) => (
    <li className="m-text" style={{ color: styles.words.color, marginBottom: "4px" }}>
      {children}
    </li>
  ),
  blockquote: ({ children }) => (
    <blockquote className="m-quote m-line" style={{ ...styles.quote, margin: "0 0 16px" }}>
      {children}
    </blockquote>
  ),
  hr: () => <hr className="m-line" style={styles.rule} />,
  table: ({ children }) => (
    <table data-text-format="dataTable" style={{ borderCollapse: "collapse", margin: "0 0 16px" }}>
      {children}
    </table>
  ),
  th: ({ children, style }) => (
    <th className="m-text m-line" style={cell(style)}>
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td className="m-text m-line" style={cell(style)}>
      {children}
    </td>
  ),
});
