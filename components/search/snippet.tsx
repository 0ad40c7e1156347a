import { Marked } from "@/components/ui/marked";
import type { Translator } from "@/lib/messages/translate";
import type { Snippet as Found } from "@/lib/search/snippets";

/** Where else in a request the searched words are. */
export function Snippet({ t, snippet }: { t: Translator; snippet: Found | null }) {
  if (!snippet) return null;
  const { from, stretches } = snippet;
  const label = typeof from === "string" ? t(`search.snippet.${from}`) : from.label;
  return (
    <p className="wrap-anywhere mt-1 line-clamp-3 text-ink-soft text-sm">
      <span className="text-ink-faint">{t("search.labelled", { label })} </span>
      <bdi>
        <Marked stretches={stretches} />
      </bdi>
    </p>
  );
}
