import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import type { Sharing } from "@/lib/sharing/people";
import { OnRequest } from "../requests/on-request";
import { InvitedPerson } from "./invited-person";
import { ShareField } from "./share-field";

export type SharingActions = Record<"share" | "sendAgain" | "withdraw" | "remove" | "leave", FormAction>;

type Props = {
  on: RequestInView;
  sharing: Sharing;
  /** What has just been done here, to be told. */
  news?: string;
  clock: Clock;
  actions: SharingActions;
};

const told: Record<string, string> = {
  invited: "Invited. They see this request once they have accepted.",
  again: "The invitation is on its way again. The link in the earlier mail no longer works.",
  withdrawn: "Withdrawn. The link in the mail no longer works.",
  removed: "Removed. They no longer see this request.",
};

/** Who takes part, who is invited, and what the reader may do about it. */
export function ParticipantsCard({ on, sharing, news, clock, actions }: Props) {
  const { people, invited, canShare, canRemove, canLeave } = sharing;
  const text = news !== undefined && Object.hasOwn(told, news) ? told[news] : undefined;
  return (
    <Card title="Shared with" id="people">
      <div className="grid gap-5">
        {text && (
          <Banner tone="good" role="status">
            {text}
          </Banner>
        )}
        <ul className="grid gap-4">
          {people.map(person => (
            <Line key={person.id} mark={<Avatar name={person.name} />}>
              <Participant person={person} clock={clock} />
              {canRemove && person.role === "participant" && !person.isMe && (
                <Disclosure label="Remove" size="small" className="mt-2">
                  <Form action={actions.remove} id={`remove-${person.id}`} labels={{}} className="grid gap-3">
                    <OnRequest {...on} />
                    <input type="hidden" name="person" value={person.id} />
                    <p className="text-ink-soft text-sm">
                      <bdi>{person.name}</bdi> no longer sees this request and gets no more mails about it.
                    </p>
                    <SubmitButton
                      variant="danger"
                      size="small"
                      className="justify-self-start"
                      working="Removing…"
                    >
                      Remove <bdi>{person.name}</bdi>
                    </SubmitButton>
                  </Form>
                </Disclosure>
              )}
            </Line>
          ))}
          {invited.map(invitation => (
            <Line key={invitation.id} mark={<Icon name="mail" className="m-2 size-4 text-ink-faint" />}>
              <InvitedPerson
                on={on}
                invitation={invitation}
                clock={clock}
                actions={canShare ? actions : undefined}
              />
            </Line>
          ))}
        </ul>
        {canShare && (
          <Disclosure label="Share" icon="users" id="share">
            <Form
              key={people.length + invited.length}
              action={actions.share}
              id="share-form"
              labels={{ shareWith: "Email addresses" }}
              className="grid gap-4"
            >
              <OnRequest {...on} />
              <ShareField label="Email addresses" need="required" />
              <SubmitButton className="justify-self-start">Send invitations</SubmitButton>
            </Form>
          </Disclosure>
        )}
        {canLeave && (
          <Disclosure label="Leave this request" icon="log-out">
            <Form action={actions.leave} id="leave" labels={{}} className="grid gap-3">
              <OnRequest {...on} />
              <p className="text-ink-soft text-sm">
                You no longer see this request and get no more mails about it. To come back, you have to be
                invited again.
              </p>
              <SubmitButton variant="danger" size="small" className="justify-self-start" working="Leaving…">
                Leave
              </SubmitButton>
            </Form>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Line({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="shrink-0">{mark}</span>
      <div className="wrap-anywhere min-w-0 flex-1 text-sm">{children}</div>
    </li>
  );
}

function Participant({ person, clock }: { person: Sharing["people"][number]; clock: Clock }) {
  const { name, role, isMe, addedBy, addedAt } = person;
  return (
    <>
      <p className="font-medium text-ink">
        <bdi>{name}</bdi>
        {isMe && <span className="font-normal text-ink-soft"> (you)</span>}
      </p>
      <p className="text-ink-soft">
        {role === "requester" ? "raised it" : "added"}{" "}
        {addedBy && role !== "requester" && (
          <>
            by <bdi>{addedBy}</bdi>{" "}
          </>
        )}
        <Time at={addedAt} clock={clock} />
      </p>
    </>
  );
}
