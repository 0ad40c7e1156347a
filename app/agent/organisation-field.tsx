"use client";

import { useId } from "react";
import { useCompletion } from "@/components/search/use-completion";
import type { QueueChoice } from "@/lib/search/queue";

type Props = {
  label: string;
  value: string;
  placeholder: string;
  /** What the list is called. */
  found: string;
};

/** The name of an organisation, completed while it is typed, of a desk that has too many to choose from. */
export function OrganisationField({ label, value, placeholder, found }: Props) {
  const id = useId();
  const { rows, isShown, chosen, pick, field } = useCompletion<QueueChoice>({
    given: value,
    addressOf: words => `/api/organisations?q=${encodeURIComponent(words)}`,
    textOf: row => row.label,
  });
  return (
    <div className="organisation-field">
      <label htmlFor={id}>{label}</label>
      <div className="tag-field">
        <input
          id={id}
          name="organisation"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={isShown ? `${id}-found` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isShown && chosen >= 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          dir="auto"
          maxLength={100}
          placeholder={placeholder}
          {...field}
        />
        {isShown && (
          <div id={`${id}-found`} role="listbox" aria-label={found}>
            {rows.map((row, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
              <div
                key={row.value}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                onPointerDown={event => event.preventDefault()}
                onClick={() => pick(row)}
              >
                <bdi>{row.label}</bdi>
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
