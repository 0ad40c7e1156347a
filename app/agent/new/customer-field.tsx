"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";
import { inputClass } from "@/components/form/text-field";
import { useFetchedRows } from "@/components/search/fetched-rows";

type Found = { name: string; email: string };
type Props = {
  label: string;
  help: string;
  /** What the list is called. */
  found: string;
  defaultValue?: string;
  autoFocus: boolean;
};

const leastTyped = 3;

/** An address, completed by names and addresses of customers that its agent knows: a combobox with list autocomplete. */
export function CustomerField({ label, help, found, defaultValue = "", autoFocus }: Props) {
  const { id, errors, typed } = useField("email");
  const field = useRef<HTMLInputElement>(null);
  const filledName = useRef("");
  const [text, type] = useState(typeof typed === "string" ? typed : defaultValue);
  const [isOpen, open] = useState(false);
  const [place, choose] = useState(-1);
  const words = isOpen ? text.trim() : "";
  const rows = useFetchedRows<Found>(
    words.length < leastTyped ? "" : `/api/customers?q=${encodeURIComponent(words)}`,
  );
  const isShown = isOpen && rows.length > 0;
  const chosen = Math.min(place, rows.length - 1);

  function pick({ name, email }: Found) {
    type(email);
    open(false);
    fillName(name);
  }

  /** Fills in the name of a picked customer. Another address takes it away again, but not a name that was typed. */
  function fillName(name: string) {
    const called = field.current?.form?.elements.namedItem("name");
    if (!(called instanceof HTMLInputElement)) return;
    if (name !== "" || called.value === filledName.current) called.value = name;
    filledName.current = name;
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

  const listId = `${id}-found`;
  return (
    <Field
      id={id}
      label={label}
      need="required"
      help={<span className="scripted">{help}</span>}
      errors={errors}
    >
      <div className="tag-field">
        <input
          ref={field}
          id={id}
          name="email"
          type="text"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={isShown ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isShown && chosen >= 0 ? `${listId}-${chosen}` : undefined}
          aria-required
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, true, errors.length > 0)}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the page is opened for it
          autoFocus={autoFocus}
          dir="auto"
          className={inputClass}
          value={text}
          onChange={({ target }) => {
            type(target.value);
            if (filledName.current !== "") fillName("");
            choose(-1);
            open(true);
          }}
          onBlur={() => open(false)}
          onKeyDown={press}
        />
        {isShown && (
          <div id={listId} role="listbox" aria-label={found}>
            {rows.map((row, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
              <div
                key={row.email}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === chosen}
                onPointerDown={event => event.preventDefault()}
                onClick={() => pick(row)}
                className="customer-found"
              >
                <bdi>{row.name}</bdi>
                <small>{row.email}</small>
              </div>
            ))}
          </div>
        )}
      </div>
    </Field>
  );
}
