"use client";

import clsx from "clsx";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { count, fill, useTexts } from "@/components/messages/browser-texts";
import { newReplyPath, newReplyPlace, repliesPath } from "@/lib/canned-replies/paths";
import { type PlaceholderValues, placeholderText } from "@/lib/canned-replies/placeholders";
import type { Insertable } from "@/lib/canned-replies/read";
import type { TextsOfPicker } from "@/lib/entry/canned-replies";
import { draftName } from "@/lib/form/form-state";
import { insertText, takeBack } from "./insert-text";
import { type Candidate, matchReplies, prepareReplies } from "./match-replies";
import { searchAfter } from "./slash";

export type Offer = { replies: Insertable[]; values: PlaceholderValues; texts: TextsOfPicker };
/** `until`: it is shown for as long as the box has one of these words. */
export type Notice = { text: string; isWarning?: boolean; until?: string[] };

export type PickerProps = {
  box: HTMLTextAreaElement;
  /** Where the text begins that the button inserted for the search; null if the writer typed all of it. */
  from: number | null;
  slash: number;
  offer: Offer;
  close: (said: Notice | null) => void;
};

const most = 50;

/** A combobox of the box itself while it is open: the focus stays there, and what is typed behind the `/` filters. */
export function ReplyPicker({ box, from, slash, offer, close }: PickerProps) {
  const { replies, values, texts } = offer;
  const browserTexts = useTexts();
  const candidates = useMemo(() => prepareReplies(replies, values), [replies, values]);
  const [search, setSearch] = useState(() => searchAfter(box.value, slash, box.selectionEnd));
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matchReplies(candidates, search ?? ""), [candidates, search]);
  const shown = found.slice(0, most);
  const optionId = (index: number) => `${id}-${index}`;

  function insert({ name, text, missing }: Candidate) {
    insertText(box, slash, box.selectionEnd, text);
    const until = missing.map(placeholderText);
    close(
      missing.length > 0
        ? { text: fill(texts.warning, { names: until.join(", ") }), isWarning: true, until }
        : { text: fill(texts.inserted, { name }) },
    );
  }

  /** Leaves what its writer typed, and takes back what the button did. */
  function leave() {
    box.focus();
    takeBack({ box, from, slash });
    close(null);
  }

  const look = useEffectEvent(() => {
    const next =
      box.selectionStart === box.selectionEnd ? searchAfter(box.value, slash, box.selectionEnd) : null;
    const isProse = next === null || (/\s/.test(next) && matchReplies(candidates, next).length === 0);
    if (isProse) return close(null);
    if (next !== search) setChosen(0);
    setSearch(next);
  });

  const dismiss = useEffectEvent(() => close(null));

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const reply = shown[chosen];
    if (event.key === "Escape") leave();
    else if (step && shown.length > 0) setChosen((chosen + step + shown.length) % shown.length);
    else if (event.key === "Enter" && reply && event.target === box) insert(reply);
    else return;
    event.preventDefault();
  });

  const blur = useEffectEvent(({ relatedTarget }: FocusEvent) => {
    const ours = panel.current?.parentElement;
    if (!(relatedTarget instanceof Node && (relatedTarget === box || ours?.contains(relatedTarget))))
      close(null);
  });

  // In a layout effect: a key pressed as soon as the list is seen would otherwise move the caret instead of the choice.
  useLayoutEffect(() => {
    // By the time it was loaded, its writer may have gone on.
    if (document.activeElement === box) look();
    else dismiss();
    panel.current?.scrollIntoView({ block: "nearest" });
    const places: HTMLElement[] = panel.current ? [box, panel.current] : [box];
    const changes = ["input", "keyup", "click"];
    for (const change of changes) box.addEventListener(change, look);
    for (const place of places) {
      place.addEventListener("keydown", press);
      place.addEventListener("focusout", blur);
    }
    return () => {
      for (const change of changes) box.removeEventListener(change, look);
      for (const place of places) {
        place.removeEventListener("keydown", press);
        place.removeEventListener("focusout", blur);
      }
    };
  }, [box]);

  const active = shown.length > 0 ? optionId(chosen) : undefined;
  useEffect(() => {
    const roles = {
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-autocomplete": "list",
      "aria-expanded": String(active !== undefined),
      "aria-controls": id,
      ...(active && { "aria-activedescendant": active }),
    };
    for (const [name, value] of Object.entries(roles)) box.setAttribute(name, value);
    if (active) document.getElementById(active)?.scrollIntoView({ block: "nearest" });
    return () => {
      for (const name of Object.keys(roles)) box.removeAttribute(name);
    };
  }, [box, id, active]);

  async function save() {
    leave();
    const person = (box.form?.elements.namedItem(draftName) as HTMLInputElement | null)?.value.split("/")[0];
    const fields = { body: box.value };
    const answer = await fetch("/api/drafts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person, place: newReplyPlace, fields }),
    }).catch(() => null);
    if (answer?.ok) location.assign(newReplyPath("person"));
    else close({ text: browserTexts["draft.unreachable"], isWarning: true });
  }

  const rest = box.value.slice(0, from ?? slash) + box.value.slice(box.selectionEnd);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus, and with it the caret, in the box
    <div ref={panel} className="picker" onMouseDown={event => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={texts.list} hidden={shown.length === 0}>
        {shown.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and takes the keys
          <div
            key={`${reply.isOwn} ${reply.team} ${reply.name}`}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => insert(reply)}
            onMouseMove={() => index !== chosen && setChosen(index)}
          >
            <b dir="auto">{reply.name}</b>
            <small dir="auto">{reply.isOwn ? texts.own : (reply.team ?? texts.desk)}</small>
            <span dir="auto">{reply.text.slice(0, 160)}</span>
            {reply.missing.length > 0 && (
              <em>{fill(texts.lacks, { names: reply.missing.map(placeholderText).join(", ") })}</em>
            )}
          </div>
        ))}
      </div>
      <p role="status" className={clsx(shown.length > 0 && found.length <= most && "sr-only")}>
        {replies.length === 0
          ? texts.empty
          : found.length === 0
            ? fill(texts.none, { query: search ?? "" })
            : count(browserTexts, texts.count, found.length)}
        {found.length > most && ` ${texts.more}`}
      </p>
      <div>
        {rest.trim() !== "" && (
          <button type="button" onClick={save}>
            {texts.save}
          </button>
        )}
        <a href={repliesPath("person")}>{texts.manage}</a>
      </div>
    </div>
  );
}
