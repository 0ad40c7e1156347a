import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { catalogLimits } from "@/lib/catalog/input";
import type { TypePage } from "@/lib/catalog/overview";
import { statusWords } from "@/lib/catalog/status-words";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { wordStatuses } from "../../actions";

export function Statuses({ t, type: { slug, version, statuses } }: { t: Translator; type: TypePage }) {
  const fields = statusWords.map(status => ({
    name: `words.${status}`,
    label: t(statusCode(status, "customer")),
    value: statuses[status],
  }));
  return (
    <Card title={t("catalog_admin.statuses")} id="statuses" intro={t("catalog_admin.statuses.intro")}>
      <Form
        key={version}
        action={wordStatuses}
        id="name-statuses"
        labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
        hidden={{ slug }}
        className="grid gap-4"
      >
        <VersionField version={version} />
        {fields.map(({ name, label, value }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            placeholder={label}
            maxLength={catalogLimits.status}
            autoComplete="off"
            {...(value !== undefined && { defaultValue: value })}
          />
        ))}
        <SubmitButton variant="secondary" className="justify-self-start" working={t("catalog_admin.saving")}>
          {t("catalog_admin.save")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
