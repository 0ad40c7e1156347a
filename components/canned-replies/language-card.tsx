import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { languageName } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; path: string; written: string[]; languages: string[] };

/** Leads to the page of a text in one more language. */
export function LanguageCard({ t, path, written, languages }: Props) {
  const choices = languages
    .filter(language => !written.includes(language))
    .map(language => ({ language, name: languageName(language, t.language) }))
    .sort((one, other) => one.name.localeCompare(other.name, t.language));
  if (choices.length === 0) return null;
  return (
    <Card title={t("canned_replies.languages")} id="languages" intro={t("canned_replies.languages.intro")}>
      <form action={path} className="grid gap-3">
        <label htmlFor="language" className="font-medium text-ink text-sm">
          {t("canned_replies.language")}
        </label>
        <select id="language" name="language" className="input" defaultValue={choices[0]?.language}>
          {choices.map(({ language, name }) => (
            <option key={language} value={language}>
              {name}
            </option>
          ))}
        </select>
        <Button variant="secondary" className="justify-self-start">
          {t("canned_replies.language.write")}
        </Button>
      </form>
    </Card>
  );
}
