"use client";

import { useRef } from "react";
import { Field } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";
import { inputClass } from "@/components/form/text-field";
import { useCompletion } from "@/components/search/use-completion";

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
  const {
    rows,
    isShown,
    chosen,
    pick,
    field: completed,
  } = useCompletion<Found>({
    given: typeof typed === "string" ? typed : defaultValue,
    addressOf: words => (words.length < leastTyped ? "" : `/api/customers?q=${encodeURIComponent(words)}`),
    textOf: row => row.email,
    whenPicked: row => fillName(row.name),
    whenTyped: () => filledName.current !== "" && fillName(""),
  });

  /** Fills in the name of a picked customer. Another address takes it away again, but not a name that was typed. */
  function fillName(name: string) {
    const called = field.current?.form?.elements.namedItem("name");
    if (!(called instanceof HTMLInputElement)) return;
    if (name !== "" || called.value === filledName.current) called.value = name;
    filledName.current = name;
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
          {...completed}
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
