import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";
import type { Invited } from "@/lib/sharing/people";

type Props = {
  t: Translator;
  on: RequestInView;
  invitation: Invited;
  clock: Clock;
  /** For those who may share. */
  actions?: Record<"sendAgain" | "withdraw", FormAction>;
};

/** An invitation that nobody has accepted yet. */
export function InvitedPerson({ t, on, invitation, clock, actions }: Props) {
  const { id, email, invitedBy, sentAt, expiresAt, isExpired } = invitation;
  return (
    <>
      <p>{email ?? t("sharing.invited_person")}</p>
      <p>
        {t.rich("sharing.invited_by", {
          person: <bdi>{invitedBy}</bdi>,
          time: <Time at={sentAt} clock={clock} />,
        })}
      </p>
      <p className={isExpired ? "text-bad" : undefined}>
        {isExpired
          ? t("sharing.expired")
          : t.rich("sharing.pending", { time: <Time at={expiresAt} clock={clock} /> })}
      </p>
      {email !== null && actions && (
        <div className="mt-2 flex flex-wrap gap-2">
          {(["sendAgain", "withdraw"] as const).map(name => (
            <FormBody
              key={name}
              action={actions[name]}
              id={`${name}-${id}`}
              labels={{}}
              hidden={{ ...on, invitation: id }}
              className="grid gap-3"
            >
              <SubmitButton variant="secondary" size="small" className="justify-self-start">
                {t.rich(name === "sendAgain" ? "sharing.send_again" : "sharing.withdraw", {
                  email,
                  hidden: words => <span className="sr-only">{words}</span>,
                })}
              </SubmitButton>
            </FormBody>
          ))}
        </div>
      )}
    </>
  );
}
