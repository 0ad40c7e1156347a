import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { PersonPage } from "@/lib/people/read";
import { setRole } from "../actions";

type Props = { t: Translator; person: PersonPage; isOneself: boolean };

const roles = ["customer", "agent", "admin"] as const;

export function RoleCard({ t, person: { id, role, assignedCount }, isOneself }: Props) {
  return (
    <Card title={t("people.role")} id="role" intro={t("people.role.help")}>
      <Form
        key={role}
        action={setRole}
        id="role-form"
        labels={{ to: t("people.role"), confirmation: t("people.role.confirmation") }}
        hidden={{ person: id, from: role }}
        className="grid gap-4"
      >
        <SelectField
          name="to"
          label={t("people.role")}
          options={roles.map(one => ({ value: one, label: t(`people.role.${one}`) }))}
          defaultValue={role}
        />
        {isOneself && (
          <TextField
            name="confirmation"
            type="email"
            label={t("people.role.confirmation")}
            help={t("people.role.confirmation.help")}
            autoComplete="off"
          />
        )}
        {assignedCount > 0 && (
          <p className="text-ink-soft text-sm">{t("people.role.assigned", { count: assignedCount })}</p>
        )}
        <SubmitButton variant="secondary" className="justify-self-start" working={t("people.saving")}>
          {t("people.role.change")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
