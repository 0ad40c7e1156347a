"use client";

import { type ReactNode, useRef, useState } from "react";
import { inputClass } from "@/components/form/text-field";
import { buttonClass } from "@/components/ui/button-class";

const nothing = "Nothing fits these words. “Other / Manual Request” always does.";

type Props = {
  question: string;
  hasHits: boolean;
  /** The reference of a request to follow up, carried along. */
  follows?: string;
  children: ReactNode;
};

/**
 * Filters the cards below while one types; without script it is a plain search form and the server filters.
 * Where nothing fits, the fallback type is offered.
 */
export function CatalogSearch({ question, hasHits, follows, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState(hasHits ? "" : nothing);

  function filter(text: string) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const cards = [...(list.current?.querySelectorAll<HTMLElement>("[data-words]") ?? [])];
    const hits = cards.filter(card => words.every(word => card.dataset.words?.includes(word)));
    const shown = hits.length > 0 ? hits : cards.filter(card => card.dataset.fallback);
    for (const card of cards) card.hidden = !shown.includes(card);
    for (const section of list.current?.querySelectorAll<HTMLElement>("[data-category]") ?? [])
      section.hidden = !shown.some(card => section.contains(card));
    if (hits.length === 0) setNews(nothing);
    else
      setNews(
        words.length === 0
          ? ""
          : `${hits.length} ${hits.length === 1 ? "request type fits" : "request types fit"}.`,
      );
  }

  return (
    <>
      <search>
        <form action="/" className="flex max-w-xl gap-2">
          {follows !== undefined && <input type="hidden" name="follows" value={follows} />}
          <input
            type="search"
            dir="auto"
            name="q"
            defaultValue={question}
            maxLength={100}
            aria-label="Search request types"
            placeholder="What is it about?"
            onChange={event => filter(event.currentTarget.value)}
            className={`${inputClass} min-h-11`}
          />
          <button type="submit" className={buttonClass("secondary")}>
            Search
          </button>
        </form>
      </search>
      <p role="status" className="mt-3 min-h-5 text-ink-soft text-sm">
        {news}
      </p>
      <div ref={list}>{children}</div>
    </>
  );
}
