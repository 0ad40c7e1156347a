"use client";

import { type ReactNode, useRef, useState } from "react";
import { inputClass } from "@/components/form/text-field";
import { count, useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import type { PluralForms } from "@/lib/messages/translate";

type Props = {
  question: string;
  hasHits: boolean;
  /** The reference of a request to follow up, carried along. */
  follows?: string;
  texts: { label: string; hint: string; search: string; none: string; hits: PluralForms };
  children: ReactNode;
};

/**
 * Filters the cards below while one types; without script it is a plain search form and the server filters.
 * Where nothing fits, the fallback type is offered.
 */
export function CatalogSearch({ question, hasHits, follows, texts, children }: Props) {
  const { language } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState(hasHits ? "" : texts.none);

  function filter(text: string) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const cards = [...(list.current?.querySelectorAll<HTMLElement>("[data-words]") ?? [])];
    const hits = cards.filter(card => words.every(word => card.dataset.words?.includes(word)));
    const shown = hits.length > 0 ? hits : cards.filter(card => card.dataset.fallback);
    for (const card of cards) card.hidden = !shown.includes(card);
    for (const section of list.current?.querySelectorAll<HTMLElement>("[data-category]") ?? [])
      section.hidden = !shown.some(card => section.contains(card));
    if (hits.length === 0) setNews(texts.none);
    else setNews(words.length === 0 ? "" : count({ language }, texts.hits, hits.length));
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
            aria-label={texts.label}
            placeholder={texts.hint}
            onChange={event => filter(event.currentTarget.value)}
            className={`${inputClass} min-h-11`}
          />
          <button type="submit" className={buttonClass("secondary")}>
            {texts.search}
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
