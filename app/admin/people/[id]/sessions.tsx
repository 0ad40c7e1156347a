import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import type { PersonPage, PersonSession } from "@/lib/people/read";
import { logOut } from "../actions";

type Props = { t: Translator; person: PersonPage; clock: Clock; isOneself: boolean };

export function Sessions({ t, person: { id, sessions, sessionCount }, clock, isOneself }: Props) {
  return (
    <Card
      title={t("people.sessions")}
      id="sessions"
      {...(sessionCount > 0 && { intro: t("people.sessions.intro", { count: sessionCount }) })}
    >
      {sessionCount === 0 && (
        <p className="text-ink-soft text-sm">{t("people.sessions.intro", { count: 0 })}</p>
      )}
      {sessions.length > 0 && (
        <ul className="-my-2 divide-y divide-line text-sm">
          {sessions.map(session => (
            <Session key={session.id} t={t} session={session} clock={clock} />
          ))}
        </ul>
      )}
      {sessionCount > sessions.length && (
        <p className="mt-4 text-ink-soft text-sm">
          {t("people.sessions.more", { count: sessionCount - sessions.length })}
        </p>
      )}
      {sessionCount > (isOneself ? 1 : 0) && (
        <Form action={logOut} id="log-out" labels={{}} hidden={{ person: id }} className="mt-5 grid gap-3">
          <p className="text-ink-soft text-sm">{t("people.sessions.end.text")}</p>
          <SubmitButton variant="secondary" className="justify-self-start" working={t("people.saving")}>
            {t(isOneself ? "people.sessions.end.others" : "people.sessions.end")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}

type SessionProps = { t: Translator; session: PersonSession; clock: Clock };

function Session({ t, session: { createdAt, seenAt, device }, clock }: SessionProps) {
  const [browser, system] = device?.split("/") ?? [];
  return (
    <li className="py-2">
      <p className="font-medium text-ink">
        {browser && system ? t("people.session", { browser, system }) : t("people.session.unknown")}
      </p>
      <p className="text-ink-soft">
        {seenAt
          ? t.rich("people.session.seen", { time: <Time at={seenAt} clock={clock} /> })
          : t.rich("people.session.opened", { time: <Time at={createdAt} clock={clock} /> })}
      </p>
    </li>
  );
}
