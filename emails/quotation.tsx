import { Section } from "react-email";
import { sizeOf } from "@/lib/form/file-view";
import { series } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { Badge, SupportBadge } from "./badge";
import { Markdown } from "./markdown";
import { Note } from "./parts";
import { cutMarkdown, isCut, plain, plainName } from "./plain";
import { styles } from "./styles";
import { look, palette } from "./theme";
import type { Desk, Side, Written } from "./types";

type QuotationProps = Written & { t: Translator; desk: Desk; author: string; side?: Side; longest?: number };

function Author({ t, desk, author, side }: Omit<QuotationProps, "body" | "files" | "signature" | "longest">) {
  const { accent, onAccent } = look(desk.accent);
  const name = plainName(t, author);
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
          <td className="m-text" style={{ ...styles.words, padding: "4px 10px" }}>
            <strong dir="auto">{name}</strong>
            {side === "support" && <SupportBadge t={t} desk={desk} />}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The words somebody wrote and the files they attached, as a quotation under their name; nothing where they said nothing. */
export function Quotation({
  t,
  desk,
  author,
  side,
  body = "",
  files = [],
  signature,
  longest,
}: QuotationProps) {
  if (body === "" && files.length === 0) return null;
  return (
    <>
      <Author t={t} desk={desk} author={author} side={side} />
      <blockquote
        className={side === "support" ? "m-quote m-edge" : "m-quote m-line"}
        style={quoteOf(desk, side)}
      >
        {body !== "" && <Markdown desk={desk}>{cutMarkdown(body, longest)}</Markdown>}
        {isCut(body, longest) && <Note>{t("mails.written.is_cut")}</Note>}
        <Files t={t} files={files} />
        {signature && (
          <Section className="m-line" style={{ borderTop: `1px solid ${palette.line}`, paddingTop: "12px" }}>
            <Markdown desk={desk}>{signature}</Markdown>
          </Section>
        )}
      </blockquote>
    </>
  );
}

function Files({ t, files }: { t: Translator; files: NonNullable<Written["files"]> }) {
  if (files.length === 0) return null;
  const list = files.map(({ name, size }) =>
    t("mails.written.file", { name: plain(name, 130), size: sizeOf(size, t.language) }),
  );
  return <Note>{t("mails.written.files", { count: files.length, files: series(t, list) })}</Note>;
}

function quoteOf(desk: Desk, side?: Side) {
  const color = side === "support" ? look(desk.accent).accent : palette.line;
  return { ...styles.quote, borderInlineStart: `3px solid ${color}` };
}
