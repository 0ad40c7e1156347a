import { languageName } from "@/lib/accounts/languages";
import { type Language, languages } from "@/lib/messages/languages";
import type { Translator } from "@/lib/messages/translate";

/** For whoever is not logged in; others choose in their settings. */
export function LanguageLinks({ t }: { t: Translator }) {
  const all = languages();
  if (all.length < 2) return null;
  return (
    <nav aria-label={t("shell.languages")} className="auth-links">
      <ul>
        {all.map(tag => (
          <li key={tag}>
            <a
              href={`/language/${tag}`}
              lang={tag}
              hrefLang={tag}
              dir="auto"
              aria-current={tag === t.language ? "true" : undefined}
            >
              {nameOf(tag)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** As it calls itself. */
const nameOf = (tag: Language) => {
  const name = languageName(tag, tag);
  return `${name.slice(0, 1).toLocaleUpperCase(tag)}${name.slice(1)}`;
};
