import { Marked } from "@/components/ui/marked";
import type { Snippet as Found } from "@/lib/search/snippets";

/** Where else in a request the searched words are. */
export function Snippet({ snippet }: { snippet: Found | null }) {
  if (!snippet) return null;
  return (
    <p className="wrap-anywhere mt-1 line-clamp-3 text-ink-soft text-sm">
      <span className="text-ink-faint">{snippet.from}: </span>
      <bdi>
        <Marked stretches={snippet.stretches} />
      </bdi>
    </p>
  );
}
