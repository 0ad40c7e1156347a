import type { ReactNode } from "react";
import { Button, Heading, Link, Text } from "react-email";
import { styles } from "./styles";
import { look, palette } from "./theme";
import type { Desk } from "./types";

export function Words({ children }: { children: ReactNode }) {
  return (
    <Text className="m-text" style={styles.words}>
      {children}
    </Text>
  );
}

export function Subtitle({ children }: { children: ReactNode }) {
  return (
    <Heading
      as="h2"
      className="m-text m-line"
      style={{ ...styles.subtitle, borderTop: `1px solid ${palette.line}` }}
    >
      {children}
    </Heading>
  );
}

export function Note({ children }: { children: ReactNode }) {
  return (
    <Text className="m-muted" style={{ ...styles.muted, margin: "16px 0 0" }}>
      {children}
    </Text>
  );
}

export function Action({ desk, href, children }: { desk: Desk; href: string; children: ReactNode }) {
  const { accent, onAccent } = look(desk.accent);
  const style = {
    padding: "13px 22px",
    borderRadius: "8px",
    backgroundColor: accent,
    color: onAccent,
    fontSize: "16px",
    fontWeight: 600,
  };
  return (
    <Button className="m-accent m-button" href={href} style={style}>
      {children}
    </Button>
  );
}

export function QuietLink({ desk, href, children }: { desk: Desk; href: string; children: ReactNode }) {
  return (
    <Link
      className="m-link"
      href={href}
      style={{ color: look(desk.accent).link, textDecoration: "underline" }}
    >
      {children}
    </Link>
  );
}
