import clsx from "clsx";

/** An A-frame lodge: two rafters that cross above the ridge, and a lit door. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={clsx("shrink-0", className ?? "size-8")}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M17.9 6.6 6.9 24.6M14.1 6.6l11 18"
        fill="none"
        strokeWidth="2.75"
        strokeLinecap="round"
        className="stroke-accent-ink"
      />
      <path
        d="M16 18.2a2.3 2.3 0 0 1 2.3 2.3v4.1a1.3 1.3 0 0 1-1.3 1.3h-2a1.3 1.3 0 0 1-1.3-1.3v-4.1a2.3 2.3 0 0 1 2.3-2.3z"
        className="fill-accent-ink"
      />
    </svg>
  );
}
