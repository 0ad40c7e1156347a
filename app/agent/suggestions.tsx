"use client";

import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { follow } from "@/components/keyboard/follow";
import { count, useTexts } from "@/components/messages/browser-texts";
import { usePeek } from "@/components/search/peek";
import type { TextsOfCompletion } from "@/lib/entry/queue-search";
import type { OfferedOperator } from "@/lib/search/offered";
import { recentIn } from "@/lib/session/recent-searches";
import { type Completion, complete } from "./complete";

export type Offer = { operators: OfferedOperator[]; texts: TextsOfCompletion };
export type SuggestionsProps = { box: HTMLInputElement; offer: Offer };

type Option = { group: keyof TextsOfCompletion; label: string; detail: string; take: () => void };

/** A combobox of the box itself while it is open: filters, their values, requests, and recent searches. */
export function Suggestions({ box, offer: { operators, texts } }: SuggestionsProps) {
  const browserTexts = useTexts();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(() => document.activeElement === box);
  const [typed, setTyped] = useState(() => ({ text: box.value, caret: box.value.length }));
  const [chosen, setChosen] = useState(-1);
  const { completions, asks, searched } = useMemo(
    () => complete(typed.text, typed.caret, operators),
    [typed, operators],
  );
  const found = usePeek(isOpen ? searched : "");
  const recent = isOpen && typed.text.trim() === "" ? recentIn(document.cookie) : [];

  const options: Option[] = [
    ...recent.map(
      (search): Option => ({ group: "recent", label: search, detail: "", take: () => searchFor(search) }),
    ),
    ...completions.map((one): Option => {
      const group = one.kind === "value" ? "values" : "filters";
      return { group, label: one.label, detail: one.detail, take: () => fillIn(one) };
    }),
    ...found.map(({ reference, summary, requesterName, statusLabel }): Option => {
      const detail = `${reference} · ${requesterName} · ${statusLabel}`;
      return {
        group: "requests",
        label: summary,
        detail,
        take: () => follow(`/agent/requests/${reference}`),
      };
    }),
  ];
  const groups = [...new Set(options.map(({ group }) => group))];

  function searchFor(text: string) {
    box.value = text;
    box.form?.requestSubmit();
  }

  function fillIn({ text, caret }: Completion) {
    box.value = text;
    box.setSelectionRange(caret, caret);
    box.focus();
    look();
  }

  const look = useEffectEvent(() => {
    setOpen(true);
    const caret = box.selectionEnd ?? box.value.length;
    if (box.value === typed.text && caret === typed.caret) return;
    setTyped({ text: box.value, caret });
    setChosen(-1);
  });

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = options.length + 1;
    if (event.key === "Escape" && isOpen) setOpen(false);
    else if (step && !isOpen) setOpen(true);
    // One place of the circle is the text itself, which Enter searches for.
    else if (step) setChosen(((chosen + 1 + step + places) % places) - 1);
    else if (event.key === "Enter" && isOpen && options[chosen]) options[chosen].take();
    else return;
    event.preventDefault();
  });

  const leave = useEffectEvent(() => {
    setOpen(false);
    setChosen(-1);
  });
  const follows = useEffectEvent(({ key }: KeyboardEvent) => {
    if (isOpen && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) look();
  });

  // In a layout effect: a key pressed as soon as the suggestions are seen would otherwise be lost.
  useLayoutEffect(() => {
    const hears = { input: look, click: look, focus: look, keydown: press, keyup: follows, blur: leave };
    for (const [name, hear] of Object.entries(hears)) box.addEventListener(name, hear as EventListener);
    return () => {
      for (const [name, hear] of Object.entries(hears)) box.removeEventListener(name, hear as EventListener);
    };
  }, [box]);

  const active = isOpen && chosen >= 0 ? `${id}-${chosen}` : "";
  useEffect(() => {
    if (!isOpen) return;
    const roles = {
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-autocomplete": "list",
      "aria-expanded": "true",
      "aria-controls": id,
      autocomplete: "off",
      ...(active && { "aria-activedescendant": active }),
    };
    for (const [name, value] of Object.entries(roles)) box.setAttribute(name, value);
    if (active) document.getElementById(active)?.scrollIntoView({ block: "nearest" });
    return () => {
      for (const name of Object.keys(roles)) box.removeAttribute(name);
    };
  }, [box, id, isOpen, active]);

  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus, and with it the caret, in the box
    <div ref={panel} className="picker suggestions" onMouseDown={event => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={texts.list} hidden={options.length === 0}>
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`} role="presentation">
              {texts[group] as string}
            </p>
            {options.map(
              (option, index) =>
                option.group === group && (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and takes the keys
                  <div
                    // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells options apart
                    key={index}
                    id={`${id}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === chosen}
                    onClick={option.take}
                  >
                    <b dir="auto">{option.label}</b>
                    <small dir="auto">{option.detail}</small>
                  </div>
                ),
            )}
          </div>
        ))}
      </div>
      <p role="status" className={options.length > 0 ? "sr-only" : undefined}>
        {options.length > 0
          ? count(browserTexts, texts.count, options.length)
          : asks
            ? texts[asks === "date" ? "day" : asks]
            : texts.none}
      </p>
      <p aria-hidden="true" className="hint">
        {texts.hint}
      </p>
    </div>
  );
}
