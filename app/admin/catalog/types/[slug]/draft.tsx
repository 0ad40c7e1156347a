import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import type { TypePage } from "@/lib/catalog/overview";
import type { Translated } from "@/lib/catalog/translated";
import { languageName } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import { publish } from "../../actions";

type Props = { t: Translator; type: TypePage; untranslated: Translated["missing"] };

/** What publishing does, and what is missing. */
export function Draft({ t, type, untranslated }: Props) {
  const { slug, version, description, isArchived, category } = type;
  const missing = [
    description === "" && t("catalog_admin.publish.no_description"),
    isArchived && t("catalog_admin.publish.archived"),
    category.isArchived && t("catalog_admin.publish.category_archived"),
    ...untranslated.map(
      ({ language, count }) =>
        count > 0 && `${languageName(language, t.language)}: ${t("translations.missing", { count })}`,
    ),
  ].filter(text => text !== false);
  return (
    <Card
      title={t("catalog_admin.publish.title")}
      id="draft"
      intro={t("catalog_admin.publish.text")}
      className="mb-6"
    >
      <Form action={publish} id="publish" labels={{}} hidden={{ slug }} className="grid gap-3">
        <VersionField version={version} />
        {missing.map(text => (
          <p key={text} className="text-ink-soft text-sm">
            {text}
          </p>
        ))}
        <SubmitButton className="justify-self-start" working={t("catalog_admin.saving")}>
          {t("catalog_admin.publish")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
