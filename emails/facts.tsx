import { Fragment } from "react";
import { Text } from "react-email";
import { cut, longest, plain } from "./plain";
import { styles } from "./styles";
import { palette } from "./theme";
import type { Change } from "./types";

export function StatusChange({ from, to }: Change) {
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
      Status:{" "}
      <span className="m-soft m-muted" style={{ ...pill, color: palette.muted }}>
        {plain(from)}
      </span>{" "}
      <span style={{ whiteSpace: "nowrap" }}>
        →{" "}
        <span className="m-soft m-text" style={{ ...pill, color: palette.text, fontWeight: 600 }}>
          {plain(to)}
        </span>
      </span>
    </Text>
  );
}

/** Label and answer, one below the other: room for long words on a phone. */
export function Details({ rows }: { rows: { label: string; value: string }[] }) {
  return rows.map((row, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and labels may repeat
    <Text key={at} className="m-text" style={{ ...styles.words, margin: "0 0 14px" }}>
      <span className="m-muted" style={styles.small}>
        {plain(row.label)}
      </span>
      <br />
      <Lines>{row.value}</Lines>
    </Text>
  ));
}

/** Plain text that keeps its line ends, in the text part as well. */
export function Lines({ children }: { children: string }) {
  const lines = cut(children.trim()).split(/\r\n|\r|\n/);
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else to be told apart by
    <Fragment key={at}>
      {at > 0 && <br />}
      {plain(line, longest)}
    </Fragment>
  ));
}
