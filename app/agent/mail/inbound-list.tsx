import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { InboundRow } from "@/lib/inbound/queue";

/** Mails that came in, each with why it stands where it does. */
export function InboundList({ rows, clock }: { rows: InboundRow[]; clock: Clock }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-rest">
      {rows.map(mail => (
        <li
          key={mail.id}
          className="relative grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-sunken/60 sm:px-6 md:grid-cols-[14rem_minmax(0,1fr)_auto]"
        >
          <span className="truncate text-ink-soft text-sm leading-6">{mail.from || "No sender"}</span>
          <span className="min-w-0">
            <Link
              href={`/agent/mail/${mail.id}`}
              className="wrap-anywhere rounded font-medium text-ink after:absolute after:inset-0"
            >
              {mail.subject || "No subject"}
            </Link>
            <span className="block text-sm">
              {mail.cause && <span className="text-warn">{mail.cause}</span>}
              {mail.cause && mail.reference && <span className="text-ink-faint"> · </span>}
              {mail.reference && <span className="text-ink-soft tabular-nums">{mail.reference}</span>}
            </span>
          </span>
          <Time at={mail.at} clock={clock} className="text-ink-soft text-sm leading-6" />
        </li>
      ))}
    </ul>
  );
}
