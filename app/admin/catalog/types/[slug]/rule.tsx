import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { TypePage } from "@/lib/catalog/overview";
import { priorityName, priorityValue } from "@/lib/entry/catalog-forms";
import type { Translator } from "@/lib/messages/translate";
import { priorityCode } from "@/lib/requests/labels";
import { priorityNames } from "@/lib/requests/priorities";
import { rulePriority } from "../../actions";
import { RuleFields } from "../../rule-fields";

/** How urgent its requests are when they are raised. */
export function Rule({ t, type }: { t: Translator; type: TypePage }) {
  const { slug, formVersionId, fields, priorityRule } = type;
  const choices = fields.flatMap(field => (field.kind === "single_choice" ? [field] : []));
  const labels = { field: t("catalog_admin.rule.field") };
  return (
    <Card title={t("catalog_admin.rule")} id="rule" intro={t("catalog_admin.rule.intro")}>
      {choices.length === 0 ? (
        <p className="text-ink-soft text-sm">{t("catalog_admin.rule.none")}</p>
      ) : (
        <Form
          key={formVersionId}
          action={rulePriority}
          id="rule-form"
          labels={labels}
          hidden={{ slug, formVersionId }}
          className="grid gap-4"
        >
          <RuleFields
            field={{
              label: labels.field,
              none: t("catalog_admin.rule.field.none"),
              chosen: priorityRule?.field ?? "",
            }}
            questions={choices.map(({ key, label, options }) => ({
              value: key,
              label,
              options: options.map((option, index) => ({
                name: priorityName(key, index),
                label: t("catalog_admin.rule.option", { option: option.label }),
                priorities: priorityNames.map(priority => ({
                  value: priorityValue(priority, option.value),
                  label: t(priorityCode(priority)),
                })),
                chosen: priorityValue(
                  (priorityRule?.field === key && priorityRule.priorities[option.value]) || "normal",
                  option.value,
                ),
              })),
            }))}
          />
          <SubmitButton
            variant="secondary"
            className="justify-self-start"
            working={t("catalog_admin.saving")}
          >
            {t("catalog_admin.save")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
