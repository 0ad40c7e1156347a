import type { ReactNode } from "react";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { FaceAsTold } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import { Sentence } from "../requests/sentence";
import { InvitedPerson } from "./invited-person";
import { ShareField } from "./share-field";
import type { ToldParting, ToldPeople } from "./told-people";

type Props = {
  on: RequestInView;
  told: ToldPeople;
  language: string;
  actions: Record<"share" | "sendAgain" | "withdraw" | "remove" | "leave", FormAction>;
};

/** Who takes part, who is invited, and what the reader may do about it. */
export function PeopleCard({ on, told, language, actions }: Props) {
  const { title, news, people, invited, share, leave } = told;
  return (
    <Card title={title} id="people">
      <div className="grid gap-5">
        {news && (
          <Banner tone="good" role="status">
            {news}
          </Banner>
        )}
        <ul className="people">
          {people.map(({ id, face, name, since, remove }) => (
            <Line key={id} mark={<FaceAsTold face={face} />}>
              <p>
                <Sentence pieces={name} />
              </p>
              <p>
                <Sentence pieces={since} language={language} />
              </p>
              {remove && (
                <Disclosure label={remove.label} size="small" className="mt-2">
                  <Parting
                    action={actions.remove}
                    id={`remove-${id}`}
                    hidden={{ ...on, person: id }}
                    told={remove}
                  />
                </Disclosure>
              )}
            </Line>
          ))}
          {invited.map(invitation => (
            <Line key={invitation.id} mark={<Icon name="mail" className="m-2 size-4 text-ink-faint" />}>
              <InvitedPerson on={on} told={invitation} language={language} actions={actions} />
            </Line>
          ))}
        </ul>
        {share && (
          <Disclosure label={share.label} icon="users" id="share">
            <FormBody
              key={people.length + invited.length}
              action={actions.share}
              id="share-form"
              labels={{ shareWith: share.addresses.label }}
              hidden={on}
              className="grid gap-4"
            >
              <ShareField {...share.addresses} need="required" />
              <SubmitButton className="justify-self-start">{share.send}</SubmitButton>
            </FormBody>
          </Disclosure>
        )}
        {leave && (
          <Disclosure label={leave.label} icon="log-out">
            <Parting action={actions.leave} id="leave" hidden={on} told={leave} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Line({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <li>
      {mark}
      <div>{children}</div>
    </li>
  );
}

type PartingProps = { action: FormAction; id: string; hidden: Record<string, string>; told: ToldParting };

function Parting({ told: { effect, button, working }, ...form }: PartingProps) {
  return (
    <FormBody {...form} labels={{}} className="grid gap-3">
      <p className="text-ink-soft text-sm">
        <Sentence pieces={effect} />
      </p>
      <SubmitButton variant="danger" size="small" className="justify-self-start" working={working}>
        <Sentence pieces={button} />
      </SubmitButton>
    </FormBody>
  );
}
