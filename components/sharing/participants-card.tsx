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
import type { Translator } from "@/lib/messages/translate";
import type { RequestInView } from "@/lib/requests/view";
import type { Sharing } from "@/lib/sharing/people";
import { InvitedPerson } from "./invited-person";
import { ShareField } from "./share-field";

export type SharingActions = Record<"share" | "sendAgain" | "withdraw" | "remove" | "leave", FormAction>;

type Props = {
  t: Translator;
  on: RequestInView;
  sharing: Sharing;
  /** What has just been done here, to be told. */
  news?: string;
  clock: Clock;
  actions: SharingActions;
};

const told = {
  invited: "sharing.done.invited",
  again: "sharing.done.again",
  withdrawn: "sharing.done.withdrawn",
  removed: "sharing.done.removed",
} as const;

const isTold = (news = ""): news is keyof typeof told => Object.hasOwn(told, news);

/** Who takes part, who is invited, and what the reader may do about it. */
export function ParticipantsCard({ t, on, sharing, news, clock, actions }: Props) {
  const { people, invited, canShare, canRemove, canLeave } = sharing;
  return (
    <Card title={t("sharing.title")} id="people">
      <div className="grid gap-5">
        {isTold(news) && (
          <Banner tone="good" role="status">
            {t(told[news])}
          </Banner>
        )}
        <ul className="grid gap-4">
          {people.map(person => (
            <Line key={person.id} mark={<Avatar name={person.name} />}>
              <Participant t={t} person={person} clock={clock} />
              {canRemove && person.role === "participant" && !person.isMe && (
                <Disclosure label={t("sharing.remove")} size="small" className="mt-2">
                  <Form
                    action={actions.remove}
                    id={`remove-${person.id}`}
                    labels={{}}
                    hidden={{ ...on, person: person.id }}
                    className="grid gap-3"
                  >
                    <p className="text-ink-soft text-sm">
                      {t.rich("sharing.remove.effect", { person: <bdi>{person.name}</bdi> })}
                    </p>
                    <SubmitButton
                      variant="danger"
                      size="small"
                      className="justify-self-start"
                      working={t("sharing.remove.working")}
                    >
                      {t.rich("sharing.remove.person", { person: <bdi>{person.name}</bdi> })}
                    </SubmitButton>
                  </Form>
                </Disclosure>
              )}
            </Line>
          ))}
          {invited.map(invitation => (
            <Line key={invitation.id} mark={<Icon name="mail" className="m-2 size-4 text-ink-faint" />}>
              <InvitedPerson
                t={t}
                on={on}
                invitation={invitation}
                clock={clock}
                actions={canShare ? actions : undefined}
              />
            </Line>
          ))}
        </ul>
        {canShare && (
          <Disclosure label={t("sharing.share")} icon="users" id="share">
            <Form
              key={people.length + invited.length}
              action={actions.share}
              id="share-form"
              labels={{ shareWith: t("sharing.share.addresses") }}
              hidden={on}
              className="grid gap-4"
            >
              <ShareField t={t} label={t("sharing.share.addresses")} need="required" />
              <SubmitButton className="justify-self-start">{t("sharing.share.send")}</SubmitButton>
            </Form>
          </Disclosure>
        )}
        {canLeave && (
          <Disclosure label={t("sharing.leave")} icon="log-out">
            <Form action={actions.leave} id="leave" labels={{}} hidden={on} className="grid gap-3">
              <p className="text-ink-soft text-sm">{t("sharing.leave.effect")}</p>
              <SubmitButton
                variant="danger"
                size="small"
                className="justify-self-start"
                working={t("sharing.leave.working")}
              >
                {t("sharing.leave.button")}
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

type ParticipantProps = { t: Translator; person: Sharing["people"][number]; clock: Clock };

function Participant({ t, person, clock }: ParticipantProps) {
  const { name, role, isMe, addedBy, addedAt } = person;
  const written = <bdi>{name}</bdi>;
  const time = <Time at={addedAt} clock={clock} />;
  return (
    <>
      <p className="font-medium text-ink">
        {isMe
          ? t.rich("sharing.me", {
              name: written,
              note: words => <span className="font-normal text-ink-soft">{words}</span>,
            })
          : written}
      </p>
      <p className="text-ink-soft">
        {role === "requester"
          ? t.rich("sharing.raised", { time })
          : addedBy
            ? t.rich("sharing.added_by", { person: <bdi>{addedBy}</bdi>, time })
            : t.rich("sharing.added", { time })}
      </p>
    </>
  );
}
