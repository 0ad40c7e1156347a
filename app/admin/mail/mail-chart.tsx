import type { Clock } from "@/lib/clock";
import { dateFormat } from "@/lib/formats";
import type { OutboxFacts } from "@/lib/mail/status";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; hours: OutboxFacts["sentPerHour"]; clock: Clock };

const height = 64;
const step = 10;

/** A bar for each hour, with the same figures as a table for screen readers. */
export function MailChart({ t, hours, clock }: Props) {
  const most = Math.max(0, ...hours.map(({ count }) => count));
  const scale = Math.max(1, most);
  const total = hours.reduce((sum, { count }) => sum + count, 0);
  const hourOf = (at: string) => dateFormat(clock, "time").format(new Date(at));
  return (
    <figure>
      <svg
        viewBox={`0 0 ${hours.length * step} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-24 w-full rtl:-scale-x-100"
      >
        {hours.map(({ at, count }, index) => (
          <rect
            key={at}
            x={index * step + 1}
            width={step - 2}
            y={count === 0 ? height - 1 : height - Math.max(3, (count / scale) * height)}
            height={count === 0 ? 1 : Math.max(3, (count / scale) * height)}
            className={count === 0 ? "fill-line-strong/40" : "fill-accent"}
          />
        ))}
      </svg>
      <figcaption className="mt-2 flex justify-between gap-4 text-ink-soft text-sm">
        <span>{hours[0] && hourOf(hours[0].at)}</span>
        <span>{t("mail.sent.total", { count: total, most })}</span>
        <span>{t("mail.sent.now")}</span>
      </figcaption>
      {/* A table takes no notice of the width that hides it. */}
      <div className="sr-only">
        <table>
          <caption>{t("mail.sent.caption")}</caption>
          <tbody>
            {hours.map(({ at, count }) => (
              <tr key={at}>
                <th scope="row">{hourOf(at)}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
