"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/components/form/field";
import { describedBy, useField, useForm } from "@/components/form/form-context";
import { inputClass } from "@/components/form/text-field";
import { fill } from "@/components/messages/browser-texts";
import { TagMark } from "./tag-mark";
import type { ToldTag } from "./told-tags";

type Props = {
  name: string;
  label: string;
  placeholder: string;
  maxLength: number;
  offered: ToldTag[];
  /** Names of all tags, archived ones included: none of them can be made anew. */
  taken: string[];
  /** "Create “{name}”" in the list; without script, a checkbox says that a new tag is meant. */
  create: string;
  isNew: string;
};

const most = 8;

/** Takes the name of a tag: one of those offered while it is typed, or a new one. A combobox with list autocomplete. */
export function TagField({ name, label, placeholder, maxLength, offered, taken, create, isNew }: Props) {
  const { id, errors, typed } = useField(name);
  const { isPending, state } = useForm();
  const [text, type] = useState(typeof typed === "string" ? typed : "");
  const [isOpen, open] = useState(false);
  const [place, choose] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const wanted = text.trim().replace(/\s+/g, " ");
  const fitting = offered.filter(tag => isIn(tag.name, wanted)).slice(0, most);
  const isKnown = [...taken, ...offered.map(tag => tag.name)].some(
    known => known.toLowerCase() === wanted.toLowerCase(),
  );
  const names = [...fitting.map(tag => tag.name), ...(wanted && !isKnown ? [wanted] : [])];
  const chosen = Math.min(place, names.length - 1);
  const isShown = isOpen && names.length > 0;

  // What was sent is done with, unless it was refused.
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !isPending && !state?.error) type("");
    wasPending.current = isPending;
  }, [isPending, state]);

  function pick(index: number) {
    const input = field.current;
    const picked = names[index];
    if (!input || !box.current || picked === undefined) return;
    input.value = picked;
    box.current.checked = index >= fitting.length;
    type(picked);
    open(false);
    choose(0);
    input.form?.requestSubmit();
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && names.length > 0) {
      choose(isShown ? (chosen + step + names.length) % names.length : 0);
      open(true);
    } else if (event.key === "Enter" && isShown && !event.nativeEvent.isComposing) pick(chosen);
    else if (event.key === "Escape" && isShown) open(false);
    else return;
    event.preventDefault();
  }

  const listId = `${id}-offered`;
  return (
    <Field id={id} label={label} errors={errors}>
      <div className="tag-field">
        <input
          ref={field}
          id={id}
          name={name}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={isShown ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isShown ? `${listId}-${chosen}` : undefined}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, false, errors.length > 0)}
          autoComplete="off"
          dir="auto"
          placeholder={placeholder}
          maxLength={maxLength}
          className={inputClass}
          value={text}
          onChange={({ target }) => {
            type(target.value);
            choose(0);
            open(true);
          }}
          onFocus={() => open(true)}
          onBlur={() => open(false)}
          onKeyDown={press}
        />
        {isShown && (
          <div id={listId} role="listbox" aria-label={label}>
            {names.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
              <div
                key={one}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === chosen}
                onPointerDown={event => event.preventDefault()}
                onClick={() => pick(index)}
              >
                {fitting[index] ? <TagMark {...fitting[index]} /> : fill(create, { name: one })}
              </div>
            ))}
          </div>
        )}
      </div>
      <label className="choice unscripted mt-2 text-sm">
        <input ref={box} type="checkbox" name="isNew" value="yes" />
        {isNew}
      </label>
    </Field>
  );
}

const isIn = (name: string, wanted: string) => name.toLowerCase().includes(wanted.toLowerCase());
