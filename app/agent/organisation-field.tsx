"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { useFetchedRows } from "@/components/search/fetched-rows";
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
  const [text, type] = useState(value);
  const [isOpen, open] = useState(false);
  const [place, choose] = useState(-1);
  const words = isOpen ? text.trim() : "";
  const rows = useFetchedRows<QueueChoice>(words && `/api/organisations?q=${encodeURIComponent(words)}`);
  const isShown = isOpen && rows.length > 0;
  const chosen = Math.min(place, rows.length - 1);

  function pick({ label }: QueueChoice) {
    type(label);
    open(false);
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rows[chosen];
    const places = rows.length + 1;
    if (step && !isOpen) open(true);
    // One place of the circle is what was typed, which Enter sends.
    else if (step && isShown) choose(((chosen + 1 + step + places) % places) - 1);
    else if (event.key === "Enter" && isShown && row && !event.nativeEvent.isComposing) pick(row);
    else if (event.key === "Escape" && isShown) open(false);
    else return;
    event.preventDefault();
  }

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
          value={text}
          onChange={({ target }) => {
            type(target.value);
            choose(-1);
            open(true);
          }}
          onBlur={() => open(false)}
          onKeyDown={press}
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
