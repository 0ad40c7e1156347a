import { Card } from "@/components/ui/card";
import type { Translated } from "@/lib/catalog/translated";
import { languageName } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; path: string; missing: Translated["missing"] };

/** What is still said in the desk's language alone, with the way to say it; nothing where the desk speaks no other. */
export const LanguagesCard = ({ t, path, missing }: Props) =>
  missing.length > 0 && (
    <Card title={t("translations.title")} id="languages" intro={t("translations.card.intro")}>
      <ul className="named-rows">
        {missing.map(({ language, count }) => (
          <li key={language}>
            <p>
              <a href={`${path}?language=${language}`}>{languageName(language, t.language)}</a>
            </p>
            <span className="text-ink-soft text-sm">
              {count > 0 ? t("translations.missing", { count }) : t("translations.complete")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
