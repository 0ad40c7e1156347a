import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import type { FormAction } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import { type Piece, Sentence } from "../requests/sentence";
import type { ToldInvited } from "./told-people";

type Props = {
  on: RequestInView;
  told: ToldInvited;
  language: string;
  actions: Record<"sendAgain" | "withdraw", FormAction>;
};

/** An invitation that nobody has accepted yet. */
export function InvitedPerson({ on, told, language, actions }: Props) {
  const { id, who, by, state, isExpired, again, withdraw } = told;
  const button = (name: keyof typeof actions, label: Piece[]) => (
    <FormBody
      action={actions[name]}
      id={`${name}-${id}`}
      labels={{}}
      hidden={{ ...on, invitation: id }}
      className="grid gap-3"
    >
      <SubmitButton variant="secondary" size="small" className="justify-self-start">
        <Sentence pieces={label} />
      </SubmitButton>
    </FormBody>
  );
  return (
    <>
      <p>{who}</p>
      <p>
        <Sentence pieces={by} language={language} />
      </p>
      <p className={isExpired ? "text-bad" : undefined}>
        <Sentence pieces={state} language={language} />
      </p>
      {again && withdraw && (
        <div className="mt-2 flex flex-wrap gap-2">
          {button("sendAgain", again)}
          {button("withdraw", withdraw)}
        </div>
      )}
    </>
  );
}
