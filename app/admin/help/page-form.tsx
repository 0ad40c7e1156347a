import { VersionField } from "@/components/canned-replies/version-field";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { languageName } from "@/lib/formats";
import { helpLimits } from "@/lib/help/input";
import type { ArticleInFull } from "@/lib/help/read";
import type { Translator } from "@/lib/messages/translate";
import { add, change } from "./actions";
import { BodyField } from "./body-field";

type Props = {
  t: Translator;
  /** Missing for a new one. */
  page?: ArticleInFull;
  /** The page that a new one translates. */
  translated?: { slug: string; language: string; category: string };
  /** In which a new one can be written. */
  languages?: string[];
};

export function PageForm({ t, page, translated, languages = [] }: Props) {
  const labels = {
    title: t("help.page.title"),
    category: t("help.category"),
    language: t("help.language"),
    body: t("help.body"),
  };
  const key = page ?? translated;
  const defaults = { title: page?.title, category: key?.category, body: page?.body };
  const given = (name: keyof typeof defaults) =>
    defaults[name] === undefined ? {} : { defaultValue: defaults[name] };
  return (
    <Form
      action={page ? change : add}
      id="page"
      labels={labels}
      hidden={key ? { slug: key.slug, language: key.language } : {}}
      className="grid gap-6"
    >
      {page && <VersionField version={page.version} />}
      <TextField
        name="title"
        label={labels.title}
        need="required"
        maxLength={helpLimits.title}
        autoComplete="off"
        {...given("title")}
      />
      <TextField
        name="category"
        label={labels.category}
        need="required"
        help={t("help.category.help")}
        maxLength={helpLimits.category}
        autoComplete="off"
        {...given("category")}
      />
      {!key && (
        <SelectField
          name="language"
          label={labels.language}
          options={languageOptions(t, languages)}
          defaultValue={t.language}
        />
      )}
      <BodyField
        name="body"
        label={labels.body}
        need="required"
        help={t("help.body.help")}
        rows={16}
        maxLength={helpLimits.body}
        {...given("body")}
        preview={t("help.preview")}
        empty={t("help.preview.empty")}
      />
      <SubmitButton className="justify-self-start" working={t("help.admin.saving")}>
        {t(page ? "help.admin.save" : "help.admin.add")}
      </SubmitButton>
    </Form>
  );
}

/** By their names in the reader's language. */
export const languageOptions = (t: Translator, languages: string[]) =>
  languages
    .map(value => ({ value, label: languageName(value, t.language) }))
    .sort((one, other) => one.label.localeCompare(other.label, t.language));
