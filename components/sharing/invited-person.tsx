import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import type { Invited } from "@/lib/sharing/people";
import { OnRequest } from "../requests/on-request";

type Props = {
  on: RequestInView;
  invitation: Invited;
  clock: Clock;
  actions?: Record<"sendAgain" | "withdraw", FormAction>;
};

/** An invitation that nobody has accepted yet. */
export function InvitedPerson({ on, invitation, clock, actions }: Props) {
  const { id, email, invitedBy, sentAt, expiresAt, isExpired } = invitation;
  const whom = email ?? "somebody";
  return (
    <>
      <p className="font-medium text-ink">{email ?? "Somebody is invited"}</p>
      <p className="text-ink-soft">
        invited by <bdi>{invitedBy}</bdi> <Time at={sentAt} clock={clock} />
      </p>
      <p className={isExpired ? "text-bad" : "text-ink-soft"}>
        {isExpired ? "The invitation has expired" : "waits for their answer until"}{" "}
        {!isExpired && <Time at={expiresAt} clock={clock} />}
      </p>
      {actions && (
        <div className="mt-2 flex flex-wrap gap-2">
          {(["sendAgain", "withdraw"] as const).map(name => (
            <Form key={name} action={actions[name]} id={`${name}-${id}`} labels={{}} className="grid gap-3">
              <OnRequest {...on} />
              <input type="hidden" name="invitation" value={id} />
              <SubmitButton variant="secondary" size="small" className="justify-self-start">
                {name === "sendAgain" ? "Send again" : "Withdraw"}{" "}
                <span className="sr-only">
                  {name === "sendAgain" ? "to" : "the invitation for"} {whom}
                </span>
              </SubmitButton>
            </Form>
          ))}
        </div>
      )}
    </>
  );
}
