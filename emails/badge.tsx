import { plain } from "./plain";
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

/** A name in a sentence, with the badge of a person who acts for the desk. */
export function Who({ desk, name, side }: { desk: Desk; name: string; side?: Side }) {
  return (
    <>
      <bdi dir="auto">{name}</bdi>
      {side === "support" && <SupportBadge desk={desk} />}
    </>
  );
}

/** Marks the name of a person who acts for the desk, outside of the name: no customer can imitate it. */
export function SupportBadge({ desk }: { desk: Desk }) {
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
        {plain(desk.name)} support
      </span>
    </>
  );
}
