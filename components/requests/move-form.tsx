import type { ReactNode } from "react";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { MoveOffer } from "@/lib/requests/customer-view";
import { limits } from "@/lib/requests/input";
import { moveCode } from "@/lib/requests/labels";
import type { Move } from "@/lib/requests/moves";
import type { RequestInView } from "@/lib/requests/view";
import { resolutionOptions } from "./resolution-options";

type Props = {
  action: FormAction;
  on: RequestInView;
  version: number;
  offer: MoveOffer;
  t: Translator;
  draft?: FormDraft;
  keptLine?: ReactNode;
};

export const moveForm = (move: Move) => ({ id: `move-${move}`, names: ["body", "resolution"] });

/** One move of the table: a plain button, or a button that first asks for the words that go with it. */
export function MoveForm({ action, on, version, offer, t, draft, keptLine }: Props) {
  const { move, comment, asksResolution, isDrastic } = offer;
  const label = t(moveCode(move, "label"));
  const variant = isDrastic ? "danger" : "secondary";
  const isPlain = comment === "none" && !asksResolution;
  const form = (
    <Form
      action={action}
      id={moveForm(move).id}
      draft={draft}
      keptLine={keptLine}
      labels={{ body: t("requests.move.message"), resolution: t("requests.resolution") }}
      hidden={{ ...on, move }}
      className="grid gap-4"
    >
      <HiddenField name="version" value={version} />
      {!isPlain && <p className="text-ink-soft text-sm">{t(moveCode(move, "hint"))}</p>}
      {asksResolution && (
        <SelectField
          name="resolution"
          label={t("requests.resolution")}
          need="required"
          options={resolutionOptions(t)}
          emptyLabel={t("requests.resolution.none")}
        />
      )}
      {comment !== "none" && (
        <TextField
          name="body"
          label={t(`requests.move.message.${comment}`)}
          need={comment}
          rows={3}
          maxLength={limits.comment}
        />
      )}
      <SubmitButton variant={variant} className="justify-self-start">
        {label}
      </SubmitButton>
    </Form>
  );
  return isPlain ? (
    form
  ) : (
    <Disclosure label={label} group="moves" variant={variant} open={Boolean(draft?.kept)}>
      {form}
    </Disclosure>
  );
}
