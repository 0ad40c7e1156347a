import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { InboundRow } from "@/lib/inbound/queue";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; rows: InboundRow[]; clock: Clock };

/** Emails that came in, each with why it is where it is. */
export function InboundList({ t, rows, clock }: Props) {
  return (
    <ul
      data-rows
      className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface shadow-rest"
    >
      {rows.map(mail => (
        <li
          key={mail.id}
          className="relative grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-sunken/60 sm:px-6 md:grid-cols-[14rem_minmax(0,1fr)_auto]"
        >
          <span className="truncate text-ink-soft text-sm leading-6">
            {mail.from || t("inbox.no_sender")}
          </span>
          <span className="min-w-0">
            <a
              href={`/agent/mail/${mail.id}`}
              className="wrap-anywhere rounded font-medium text-ink after:absolute after:inset-0"
            >
              {mail.subject || t("inbox.no_subject")}
            </a>
            <span className="block text-sm">
              {mail.cause && <span className="text-warn">{t(`inbox.cause.${mail.cause}`)}</span>}
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
