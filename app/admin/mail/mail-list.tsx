import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormAction } from "@/lib/form/form-state";
import type { OutboxMail } from "@/lib/mail/status";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";

type Release = { action: FormAction; button: "mail.held.release" | "mail.dead.send_again" };
type Props = { t: Translator; mails: OutboxMail[]; clock: Clock; empty: string; release?: Release };

/** Mails that were not sent, each with the reason; and with a button where a person can decide to send it. */
export function MailList({ t, mails, clock, empty, release }: Props) {
  if (mails.length === 0) return <p className="text-ink-soft text-sm">{empty}</p>;
  return (
    <ul className="-my-3 divide-y divide-line">
      {mails.map(mail => (
        <li key={mail.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="wrap-anywhere min-w-0 flex-1 basis-72 text-sm">
            <p className="font-medium text-ink">{say(t, mail.subject)}</p>
            <p className="text-ink-soft">
              {t.rich("mail.written", {
                to: mail.to,
                time: <Time at={mail.createdAt} clock={clock} />,
                tries: mail.attempts,
              })}
            </p>
            <p className="mt-1 text-warn">{say(t, mail.reason)}</p>
            {mail.heldUntil && (
              <p className="text-ink-soft">
                {t.rich("mail.held.until", { time: <Time at={mail.heldUntil} clock={clock} /> })}
              </p>
            )}
          </div>
          {release && mail.canRelease && (
            <Form action={release.action} id={`release-${mail.id}`} labels={{}}>
              <input type="hidden" name="delivery" value={mail.id} />
              <SubmitButton variant="secondary" size="small">
                {t.rich(release.button, {
                  subject: say(t, mail.subject),
                  to: mail.to,
                  hidden: words => <span className="sr-only">{words}</span>,
                })}
              </SubmitButton>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
