import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { audiences } from "@/lib/catalog/audiences";
import type { TypePage } from "@/lib/catalog/overview";
import type { Translator } from "@/lib/messages/translate";
import { restrict } from "../../actions";
import { AudienceFields } from "../../audience-fields";

export function AudienceOf({ t, type }: { t: Translator; type: TypePage }) {
  const { slug, version, audience, organisations } = type;
  const labels = {
    audience: t("catalog_admin.audience.label"),
    organisations: t("catalog_admin.audience.which"),
  };
  return (
    <Card title={t("catalog_admin.audience")} id="audience" intro={t("catalog_admin.audience.intro")}>
      <Form
        key={version}
        action={restrict}
        id="restrict"
        labels={labels}
        hidden={{ slug }}
        className="grid gap-4"
      >
        <VersionField version={version} />
        <AudienceFields
          label={labels.audience}
          options={audiences.map(value => ({ value, label: t(`catalog_admin.audience.${value}`) }))}
          chosen={audience}
          which={{
            label: labels.organisations,
            help: t("catalog_admin.audience.which.help"),
            value: organisations.join("\n"),
          }}
        />
        <SubmitButton variant="secondary" className="justify-self-start" working={t("catalog_admin.saving")}>
          {t("catalog_admin.save")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
