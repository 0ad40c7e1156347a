type Props = { label: string; languages: { tag: string; name: string }[]; present: string };

/** For whoever is not logged in; others choose in their settings. */
export function LanguageLinks({ label, languages, present }: Props) {
  if (languages.length < 2) return null;
  return (
    <nav aria-label={label} className="auth-links">
      <ul>
        {languages.map(({ tag, name }) => (
          <li key={tag}>
            <a
              href={`/language/${tag}`}
              lang={tag}
              hrefLang={tag}
              dir="auto"
              aria-current={tag === present ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
