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
