import clsx from "clsx";
import type { RequestPage } from "@/lib/requests/customer-view";

export type Status = RequestPage["status"];

export const statusTone: Record<Status, { text: string; pill: string }> = {
  waiting_for_support: { text: "text-ink-soft", pill: "border-line-strong/40 bg-line/40 text-ink-soft" },
  in_progress: { text: "text-info", pill: "border-info-line bg-info-soft text-info" },
  waiting_for_customer: { text: "text-warn", pill: "border-warn-line bg-warn-soft text-warn" },
  resolved: { text: "text-good", pill: "border-good-line bg-good-soft text-good" },
  closed: { text: "text-ink-faint", pill: "border-line bg-transparent text-ink-faint" },
};

const ring = { cx: 8, cy: 8, r: 6, fill: "none", stroke: "currentColor", strokeWidth: 1.75 };

// One shape for each: broken ring, half-filled ring, ring with an arrow back, full disc with a tick, empty bar.
function shape(status: Status) {
  switch (status) {
    case "waiting_for_support":
      return <circle {...ring} strokeDasharray="2.4 2.3" strokeLinecap="round" />;
    case "in_progress":
      return (
        <>
          <circle {...ring} />
          <path d="M8 4.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
        </>
      );
    case "waiting_for_customer":
      return (
        <>
          <circle {...ring} />
          <circle cx="8" cy="8" r="2.6" fill="currentColor" />
        </>
      );
    case "resolved":
      return (
        <path
          fill="currentColor"
          fillRule="evenodd"
          d="M8 1.1a6.9 6.9 0 1 0 0 13.8A6.9 6.9 0 0 0 8 1.1m3.55 5.2a.8.8 0 0 0-1.2-1.06L7.1 8.96 5.6 7.5a.8.8 0 1 0-1.12 1.15l2.1 2.05a.8.8 0 0 0 1.16-.05z"
        />
      );
    case "closed":
      return (
        <>
          <circle {...ring} />
          <path d="M5.6 8h4.8" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
        </>
      );
  }
}

export function StatusIcon({ status, className }: { status: Status; className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={clsx("shrink-0", className ?? "size-3.5")}>
      {shape(status)}
    </svg>
  );
}
