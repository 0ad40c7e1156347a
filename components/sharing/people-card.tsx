import { type ComponentType, Fragment, type ReactNode } from "react";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { FaceAsTold } from "@/components/ui/face";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import { Sentence } from "../requests/sentence";
import { ShareField } from "./share-field";
import type { ToldPeople } from "./told-people";

type Props = {
  on: RequestInView;
  told: ToldPeople;
  language?: string;
  share: FormAction;
  /** Around the form for sharing, which is folded away. */
  fold?: ComponentType<{ children: ReactNode }>;
};

/** Who takes part, who is invited, and what the reader may do about it. */
export function PeopleCard({ on, told, language, fold: Fold = Fragment, ...actions }: Props) {
  const { title, people, invited, share, news, leave } = told;
  return (
    <Card title={title} id="people">
      <div className="grid gap-5">
        {news}
        <ul className="people">
          {people.map(({ id, face, name, since, remove }) => (
            <Line key={id} mark={<FaceAsTold face={face} />}>
              <p>
                <Sentence pieces={name} />
              </p>
              <p>
                <Sentence pieces={since} language={language} />
              </p>
              {remove}
            </Line>
          ))}
          {invited.map(({ id, drawn }) => (
            <Line key={id} mark={<Icon name="mail" />}>
              {drawn}
            </Line>
          ))}
        </ul>
        {share && (
          <Disclosure label={share.label} icon="users" id="share">
            <Fold>
              <FormBody
                key={people.length + invited.length}
                action={actions.share}
                id="share-form"
                isOneField
                labels={{ shareWith: share.addresses.label }}
                hidden={on}
                className="grid gap-4"
              >
                <ShareField {...share.addresses} need="required" />
                <SubmitButton className="justify-self-start">{share.send}</SubmitButton>
              </FormBody>
            </Fold>
          </Disclosure>
        )}
        {leave}
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
