import { ask } from "@/app/admin/erasures/actions";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { PersonToErase } from "@/lib/erasures/read";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; person: PersonToErase; days: number };

export function ConfirmErasure({ t, person: { id, email }, days }: Props) {
  const label = t("erasures.confirm.label");
  return (
    <Card title={t("erasures.confirm")} id="confirm" intro={t("erasures.confirm.intro", { days })}>
      <Form action={ask} id="ask" labels={{ email: label }} hidden={{ person: id }} className="grid gap-4">
        <TextField
          name="email"
          label={label}
          help={t("erasures.confirm.email", { email })}
          need="required"
          autoComplete="off"
          inputMode="email"
          className="max-w-md"
        />
        <SubmitButton variant="danger" className="justify-self-start" working={t("erasures.confirm.working")}>
          {t("erasures.confirm.button", { days })}
        </SubmitButton>
      </Form>
    </Card>
  );
}
