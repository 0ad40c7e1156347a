import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { forCustomers } from "@/lib/catalog/for-agents";
import { typeIcons } from "@/lib/catalog/icons";
import { catalogLimits } from "@/lib/catalog/input";
import type { TypePage } from "@/lib/catalog/overview";
import { iconNamed } from "@/lib/icons";
import type { Translator } from "@/lib/messages/translate";
import { wordType } from "../../actions";
import { IconField } from "../../icon-field";
import { Statuses } from "./statuses";

/** What its card in the catalog says, and what it is found by; its form, as it is now. */
type Props = {
  t: Translator;
  type: TypePage;
  /** Whether the desk speaks more than one language. */
  isTranslated: boolean;
};

export function Words({ t, type, isTranslated }: Props) {
  const { slug, version, name, description, icon, keywords } = type;
  const labels = {
    name: t("catalog_admin.name"),
    description: t("catalog_admin.description"),
    keywords: t("catalog_admin.type.keywords"),
    icon: t("catalog_admin.icon"),
  };
  return (
    <div className="grid gap-6">
      <Card title={t("catalog_admin.type.words")} id="words">
        <Form
          key={version}
          action={wordType}
          id="describe"
          labels={labels}
          hidden={{ slug }}
          className="grid gap-6"
        >
          <VersionField version={version} />
          <TextField
            name="name"
            label={labels.name}
            need="required"
            maxLength={catalogLimits.name}
            defaultValue={name}
          />
          <TextField
            name="description"
            label={labels.description}
            need="optional"
            help={t("catalog_admin.type.description.help")}
            maxLength={catalogLimits.description}
            defaultValue={description}
          />
          <TextField
            name="keywords"
            label={labels.keywords}
            need="optional"
            help={t("catalog_admin.type.keywords.help")}
            maxLength={catalogLimits.keywords}
            defaultValue={keywords}
          />
          <IconField
            label={labels.icon}
            icons={typeIcons.map(one => ({ name: one, label: t(`catalog_admin.icon.${one}`) }))}
            defaultValue={iconNamed(icon)}
          />
          <SubmitButton className="justify-self-start" working={t("catalog_admin.saving")}>
            {t("catalog_admin.save")}
          </SubmitButton>
        </Form>
      </Card>
      <Statuses t={t} type={type} />
      <Questions {...{ t, type, isTranslated }} />
    </div>
  );
}

const Questions = ({ t, type, isTranslated }: Props) => (
  <Card
    title={t("catalog_admin.form")}
    id="form"
    intro={t("catalog_admin.form.version", { version: type.formVersion })}
    actions={
      <>
        <ButtonLink href={`/admin/catalog/types/${type.slug}/form`} size="small" icon="pencil-line">
          {t("form_builder.edit")}
        </ButtonLink>
        {isTranslated && (
          <ButtonLink
            href={`/admin/catalog/types/${type.slug}/form/translations`}
            size="small"
            icon="pencil-line"
          >
            {t("translations.form.way")}
          </ButtonLink>
        )}
      </>
    }
  >
    {type.hasFormDraft && <p className="mb-3 text-ink-soft text-sm">{t("form_builder.draft")}</p>}
    <ol className="form-questions">
      {[t("catalog_admin.form.summary"), ...forCustomers(type.fields).map(({ label }) => label)].map(
        (label, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels can be the same
          <li key={index}>
            <bdi>{label}</bdi>
          </li>
        ),
      )}
    </ol>
  </Card>
);
