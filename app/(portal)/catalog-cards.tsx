"use client";

import { type ReactNode, useState } from "react";
import { inputClass } from "@/components/form/text-field";
import { count, useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { findTypes } from "@/lib/catalog/find";
import type { CatalogCategory } from "@/lib/catalog/queries";
import type { IconName } from "@/lib/icons";
import type { PluralForms } from "@/lib/messages/format";

export type CardCategory = Omit<CatalogCategory, "types"> & {
  types: (CatalogCategory["types"][number] & { icon: IconName })[];
};

type Props = {
  catalog: CardCategory[];
  question: string;
  /** Slugs of what fits the question in any language, some of which this page is not sent. */
  found: string[];
  /** What addresses carry along to the form, such as the reference of a request to follow up. */
  carried: Record<string, string>;
  /** Between the search and the types, until one searches for something else. */
  children: ReactNode;
  texts: { label: string; hint: string; search: string; none: string; hits: PluralForms };
};

/**
 * The request types, and a search that filters them while one types; without script it is a plain form. Where nothing
 * fits, the fallback is offered.
 */
export function CatalogCards({ catalog, question, found, carried, children, texts }: Props) {
  const { language } = useTexts();
  const [typed, setTyped] = useState<string>();
  const { categories, hits } = findTypes(
    catalog,
    typed ?? question,
    typed === undefined || typed === question ? found : [],
  );
  const query = new URLSearchParams(carried).toString();
  const news = typed?.trim() ? count({ language }, texts.hits, hits) : "";
  return (
    <>
      <search>
        <form action="/" className="catalog-search">
          {Object.entries(carried).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Icon name="search" />
          <input
            type="search"
            dir="auto"
            name="q"
            defaultValue={question}
            maxLength={100}
            aria-label={texts.label}
            placeholder={texts.hint}
            onChange={event => setTyped(event.currentTarget.value)}
            className={inputClass}
          />
          <button type="submit" className={buttonClass()}>
            {texts.search}
          </button>
        </form>
      </search>
      <p role="status" className="mt-3 min-h-5 text-ink-soft text-sm">
        {hits === 0 ? texts.none : news}
      </p>
      {(typed ?? question).trim() === question && children}
      {categories.map(({ slug, name, description, types }) => (
        <section key={slug} aria-labelledby={`category-${slug}`} className="category">
          <h2 id={`category-${slug}`} dir="auto">
            {name}
          </h2>
          <p dir="auto">{description}</p>
          <ul>
            {types.map(type => (
              // One link, stretched over its card.
              <li key={type.slug}>
                <Icon name={type.icon} />
                <div>
                  <h3 dir="auto">
                    <a href={`/catalog/${type.slug}${query && `?${query}`}`}>{type.name}</a>
                  </h3>
                  <p dir="auto">{type.description}</p>
                </div>
                <Icon name="arrow-right" />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
