import type { ReactNode } from "react";
import { FormBody } from "@/components/form/form-body";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Move } from "@/lib/requests/moves";
import type { RequestInView } from "@/lib/requests/view";
import type { ToldMove } from "./told-moves";

type Props = {
  action: FormAction;
  on: RequestInView;
  version: number;
  told: ToldMove;
  /** Where its mover chooses one, as only agents do. */
  resolution?: ReactNode;
  draft?: FormDraft;
  keptLine?: ReactNode;
};

export const moveForm = (move: Move) => ({ id: `move-${move}`, names: ["body", "resolution"] });

/** One move of the table: a plain button, or a button that first asks for the words that go with it. */
export function MoveForm({ action, on, version, told, resolution, draft, keptLine }: Props) {
  const { move, label, isDrastic, hint, words, labels } = told;
  const variant = isDrastic ? "danger" : "secondary";
  const form = (
    <FormBody
      action={action}
      id={moveForm(move).id}
      draft={draft}
      keptLine={keptLine}
      labels={labels}
      hidden={{ ...on, move }}
      className="grid gap-4"
    >
      <HiddenField name="version" value={version} />
      {hint && <p className="text-ink-soft text-sm">{hint}</p>}
      {resolution}
      {words && <TextField name="body" rows={3} {...words} />}
      <SubmitButton variant={variant} className="justify-self-start">
        {label}
      </SubmitButton>
    </FormBody>
  );
  return hint ? (
    <Disclosure label={label} group="moves" variant={variant} open={Boolean(draft?.kept)}>
      {form}
    </Disclosure>
  ) : (
    form
  );
}
