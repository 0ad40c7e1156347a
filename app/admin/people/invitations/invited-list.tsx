import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import type { Invited } from "@/lib/people/invited";
import { sendAgain, withdraw } from "./actions";

type Props = { t: Translator; rows: Invited[]; clock: Clock };

export function InvitedList({ t, rows, clock }: Props) {
  return (
    <ul className="-my-3 divide-y divide-line">
      {rows.map(invited => (
        <Line key={invited.id} t={t} invited={invited} clock={clock} />
      ))}
    </ul>
  );
}

type LineProps = { t: Translator; invited: Invited; clock: Clock };

function Line({ t, invited, clock }: LineProps) {
  const { id, email, role, invitedBy, sentAt, expiresAt, hasExpired, hasAccount } = invited;
  const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="wrap-anywhere min-w-0 flex-1 basis-64 text-sm">
        <p className="font-medium text-ink">{email}</p>
        <p className="text-ink-soft">
          {t.rich("people.invited.line", {
            role: t(`people.role.${role}`),
            by: <bdi>{invitedBy}</bdi>,
            time: <Time at={sentAt} clock={clock} />,
          })}
        </p>
        <p className={hasExpired || hasAccount ? "text-warn" : "text-ink-soft"}>
          {hasAccount || hasExpired
            ? t(hasAccount ? "people.invited.has_account" : "people.invited.expired")
            : t("people.invited.until", { day: sayDate(new Date(expiresAt), clock, "shortDay") })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Form key={sentAt} action={sendAgain} id={`again-${id}`} labels={{}} hidden={{ invitation: id }}>
          <SubmitButton variant="secondary" size="small">
            {t.rich("people.invited.again", { email, hidden })}
          </SubmitButton>
        </Form>
        <Form action={withdraw} id={`withdraw-${id}`} labels={{}} hidden={{ invitation: id }}>
          <SubmitButton variant="secondary" size="small">
            {t.rich("people.invited.withdraw", { email, hidden })}
          </SubmitButton>
        </Form>
      </div>
    </li>
  );
}
