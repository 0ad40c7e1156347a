/** Marks people who act for the desk. The page draws it next to the name, so no name can contain it. */
export function SupportBadge({ label }: { label: string }) {
  return <span className="support-badge">{label}</span>;
}
