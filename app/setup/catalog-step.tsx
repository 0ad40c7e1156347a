import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import type { TemplateChoice, TemplateView } from "@/lib/desk-file/templates";
import { say, series } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { chooseTemplate } from "./actions";
import { NextForm } from "./next-form";
import { TemplatesField } from "./templates-field";

type Props = { t: Translator; templates: TemplateView[]; choice: TemplateChoice };

export function CatalogStep({ t, templates, choice }: Props) {
  if (!choice.isOpen)
    return (
      <div className="grid gap-6">
        <Banner>{t("set_up.catalog.closed")}</Banner>
        <NextForm step="catalog" label={t("set_up.next")} />
      </div>
    );
  return (
    <Form
      key={choice.chosen}
      action={chooseTemplate}
      id="catalog"
      labels={{ template: t("set_up.catalog.choose") }}
      className="grid gap-6"
    >
      <TemplatesField
        name="template"
        label={t("set_up.catalog.choose")}
        chosen={choice.chosen ?? undefined}
        options={templates.map(({ slug, name, description, categories }) => ({
          value: slug,
          label: say(t, { code: name }),
          text: say(t, { code: description }),
          parts: categories.map(category => ({
            name: category.name,
            types: series(t, category.types),
          })),
        }))}
      />
      <SubmitButton className="justify-self-start" working={t("settings.saving")}>
        {t("set_up.catalog.save")}
      </SubmitButton>
    </Form>
  );
}
