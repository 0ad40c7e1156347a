import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormAction } from "@/lib/form/form-state";
import type { OutboxFacts } from "@/lib/mail/status";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; rows: OutboxFacts["suppressed"]; clock: Clock; action: FormAction };

export function SuppressedList({ t, rows, clock, action }: Props) {
  if (rows.length === 0) return <p className="text-ink-soft text-sm">{t("mail.suppressed.none")}</p>;
  return (
    <ul className="-my-3 divide-y divide-line">
      {rows.map(({ email, kind, reason, at }) => (
        <li key={email} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
          <div className="wrap-anywhere min-w-0 flex-1 basis-72 text-sm">
            <p className="font-medium text-ink">{email}</p>
            <p className="text-ink-soft">
              {t.rich("mail.suppressed.at", { kind, time: <Time at={at} clock={clock} /> })}
            </p>
            <p className="mt-1 text-warn">{say(t, reason)}</p>
          </div>
          <Form action={action} id={`lift-${email}`} labels={{}}>
            <input type="hidden" name="email" value={email} />
            <SubmitButton variant="secondary" size="small">
              {t.rich("mail.suppressed.lift", {
                email,
                hidden: words => <span className="sr-only">{words}</span>,
              })}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}
