import type { Translator } from "@/lib/messages/translate";
import { look } from "./theme";
import type { Desk, Side } from "./types";

type BadgeProps = {
  of: string;
  className: string;
  radius: string;
  colours: { backgroundColor: string; color: string };
};

/** The first letter of a name, for the eye only: the name itself stands beside it. */
export function Badge({ of, className, radius, colours }: BadgeProps) {
  const shape = {
    width: "32px",
    borderRadius: radius,
    fontSize: "15px",
    lineHeight: "32px",
    fontWeight: 650,
    textAlign: "center" as const,
  };
  return (
    <td width={32} valign="top" aria-hidden="true" data-skip-in-text="true">
      <div className={className} style={{ ...shape, ...colours }}>
        {Array.from(of)[0]?.toUpperCase()}
      </div>
    </td>
  );
}

type WhoProps = { t: Translator; desk: Desk; name: string; side?: Side };

/** A name in a sentence, with the badge of a person who acts for the desk. */
export function Who({ t, desk, name, side }: WhoProps) {
  return (
    <>
      <bdi dir="auto">{name}</bdi>
      {side === "support" && <SupportBadge t={t} desk={desk} />}
    </>
  );
}

/** Marks the name of a person who acts for the desk, outside of the name: no customer can imitate it. */
export function SupportBadge({ t, desk }: { t: Translator; desk: Desk }) {
  const { accent, onAccent } = look(desk.accent);
  return (
    <>
      {" "}
      <span
        className="m-accent m-badge"
        style={{
          padding: "2px 8px",
          borderRadius: "6px",
          backgroundColor: accent,
          color: onAccent,
          fontSize: "12px",
          fontWeight: 600,
          whiteSpace: "nowrap",
        }}
      >
        {t("shell.support")}
      </span>
    </>
  );
}
