import { sizeOf } from "@/lib/form/file-view";
import { Badge, SupportBadge } from "./badge";
import { Markdown } from "./markdown";
import { Note } from "./parts";
import { cutMarkdown, isCut, plain, plainName } from "./plain";
import { styles } from "./styles";
import { look, palette } from "./theme";
import type { Desk, Side, Written } from "./types";

type SaidProps = Written & { desk: Desk; author: string; side?: Side; longest?: number };

function Author({ desk, author, side }: Omit<SaidProps, "body" | "files" | "longest">) {
  const { accent, onAccent } = look(desk.accent);
  const name = plainName(author);
  const colours =
    side === "support"
      ? { backgroundColor: accent, color: onAccent }
      : { backgroundColor: palette.line, color: palette.text };
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: "0 0 10px" }}>
      <tbody>
        <tr>
          <Badge
            of={name}
            className={side === "support" ? "m-accent" : "m-person"}
            radius="16px"
            colours={colours}
          />
          <td className="m-text" style={{ ...styles.words, padding: "4px 0 4px 10px" }}>
            <strong dir="auto">{name}</strong>
            {side === "support" && <SupportBadge desk={desk} />}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The words somebody wrote and the files they attached, as a quotation under their name; nothing where they said nothing. */
export function Said({ desk, author, side, body = "", files = [], longest }: SaidProps) {
  if (body === "" && files.length === 0) return null;
  return (
    <>
      <Author desk={desk} author={author} side={side} />
      <blockquote
        className={side === "support" ? "m-quote m-edge" : "m-quote m-line"}
        style={quoteOf(desk, side)}
      >
        {body !== "" && <Markdown desk={desk}>{cutMarkdown(body, longest)}</Markdown>}
        {isCut(body, longest) && <Note>There is more: the whole text is on the request.</Note>}
        <Files files={files} />
      </blockquote>
    </>
  );
}

function Files({ files }: { files: NonNullable<Written["files"]> }) {
  if (files.length === 0) return null;
  return (
    <Note>
      {files.length === 1 ? "Attached: " : `${files.length} files are attached: `}
      {files.map(({ name, size }) => `${plain(name, 130)} (${sizeOf(size)})`).join(", ")}. Open the request to
      see
      {files.length === 1 ? " it" : " them"}.
    </Note>
  );
}

function quoteOf(desk: Desk, side?: Side) {
  const color = side === "support" ? look(desk.accent).accent : palette.line;
  return { ...styles.quote, borderLeft: `3px solid ${color}` };
}
