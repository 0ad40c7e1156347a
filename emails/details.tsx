import { Fragment } from "react";
import { Text } from "react-email";
import { keepApart } from "@/lib/messages/isolates";
import type { Translator } from "@/lib/messages/translate";
import { Markdown } from "./markdown";
import { Note } from "./parts";
import { cutMarkdown, isCut, plain, printable } from "./plain";
import { styles } from "./styles";
import { palette } from "./theme";
import type { Change, Desk, Fact } from "./types";

type ChangeProps = Change & { t: Translator };

export const StatusChange = (props: ChangeProps) => <Pills code="mails.status_change" {...props} />;
export const TypeChange = (props: ChangeProps) => <Pills code="mails.type_change" {...props} />;

function Pills({ code, t, from, to }: ChangeProps & { code: "mails.status_change" | "mails.type_change" }) {
  const pill = {
    display: "inline-block",
    whiteSpace: "normal" as const,
    padding: "3px 10px",
    border: `1px solid ${palette.line}`,
    borderRadius: "999px",
    backgroundColor: palette.soft,
    fontSize: "14px",
    lineHeight: "20px",
  };
  return (
    <Text className="m-muted" style={{ ...styles.muted, lineHeight: "32px", margin: "0 0 20px" }}>
      {t.rich(code, {
        from: (
          <span className="m-soft m-muted" style={{ ...pill, color: palette.muted }}>
            {keepApart(plain(from), t.direction)}
          </span>
        ),
        to: (
          <span className="m-soft m-text" style={{ ...pill, color: palette.text, fontWeight: 600 }}>
            {keepApart(plain(to), t.direction)}
          </span>
        ),
        nowrap: words => <span style={{ whiteSpace: "nowrap" }}>{words}</span>,
      })}
    </Text>
  );
}

/** Of rows whose labels are questions as they were written. */
export const withPlainLabels = (rows: Fact[]): Fact[] =>
  rows.map(row => ({ ...row, label: plain(row.label) }));

/**
 * Label and answer, one below the other: room for long words on a phone. Long answers are read as comments are. All run in
 * their own directions, and what is short stands where the mail begins, whichever way it runs. Labels are plain already:
 * those that are put together isolate what was typed in them.
 */
export function Details({ t, desk, rows }: { t: Translator; desk: Desk; rows: Fact[] }) {
  return rows.map(({ label, value, isLong }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and labels may repeat
    <Fragment key={at}>
      <p className="m-muted" data-gap="yes" style={{ ...styles.small, margin: "14px 0 0" }}>
        <bdi dir="auto">{label}</bdi>
      </p>
      {isLong ? (
        <Markdown desk={desk}>{cutMarkdown(value)}</Markdown>
      ) : (
        <p
          className="m-text"
          data-gap="no"
          style={{
            ...styles.words,
            margin: at === rows.length - 1 ? "0 0 20px" : "0",
            whiteSpace: "pre-wrap",
          }}
        >
          <bdi dir="auto">{printable(value)}</bdi>
        </p>
      )}
      {isCut(value) && <Note>{t("mails.written.is_cut")}</Note>}
    </Fragment>
  ));
}
