import { Badge } from "./badge";
import { Markdown } from "./markdown";
import { cut, longest, plain, plainName } from "./plain";
import { styles } from "./styles";
import { look, palette } from "./theme";
import type { Desk, Side } from "./types";
import { Note } from "./words";

type SaidProps = { desk: Desk; author: string; side?: Side; body: string };

function Author({ desk, author, side }: Omit<SaidProps, "body">) {
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
            <strong>{name}</strong>
            {side === "support" && (
              <span className="m-muted" style={{ color: palette.muted }}>
                {" "}
                · {plain(desk.name)} support
              </span>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The words somebody wrote, as a quotation under their name. */
export function Said({ desk, author, side, body }: SaidProps) {
  return (
    <>
      <Author desk={desk} author={author} side={side} />
      <blockquote
        className={side === "support" ? "m-quote m-edge" : "m-quote m-line"}
        style={quoteOf(desk, side)}
      >
        <Markdown desk={desk}>{cut(body)}</Markdown>
        {body.length > longest && <Note>There is more: the whole text is on the request.</Note>}
      </blockquote>
    </>
  );
}

function quoteOf(desk: Desk, side?: Side) {
  const color = side === "support" ? look(desk.accent).accent : palette.line;
  return { ...styles.quote, borderLeft: `3px solid ${color}` };
}
