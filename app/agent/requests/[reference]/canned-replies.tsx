"use client";

import clsx from "clsx";
import { type ComponentType, useEffect, useEffectEvent, useRef, useState } from "react";
import { useForm } from "@/components/form/form-context";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { inputId } from "@/lib/form/input-id";
import { insertText, takeBack } from "./insert-text";
import type { Notice, Offer, PickerProps } from "./reply-picker";
import { askingSlash } from "./slash";

export type ToldReplies = { button: string; failed: string };

type Asked = Pick<PickerProps, "box" | "from" | "slash">;
type Loaded = { Picker: ComponentType<PickerProps>; offer: Offer };

/**
 * Offers canned replies for the box, by a `/` typed there or by a button. What that takes is loaded once somebody asks
 * for it.
 */
export function CannedReplies({ reference, told }: { reference: string; told: ToldReplies }) {
  const boxId = inputId(useForm().formId, "body");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const isByButton = useRef(false);

  // As effect events, so that they know what is drawn: a key never meets a picker that it was not told of.
  const typed = useEffectEvent((box: HTMLTextAreaElement, { isComposing }: InputEvent) => {
    setNotice(told => (told?.until?.some(words => box.value.includes(words)) ? told : null));
    if (isByButton.current) return;
    const slash = askingSlash(box.value, box.selectionEnd, isComposing);
    if (slash >= 0) setAsked({ box, from: null, slash });
  });
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    // Once it is open, the picker itself does more.
    if (event.key !== "Escape" || !asked || loaded) return;
    event.preventDefault();
    takeBack(asked);
    setAsked(null);
  });
  useEffect(() => {
    const box = document.getElementById(boxId) as HTMLTextAreaElement;
    const hear = (event: Event) => typed(box, event as InputEvent);
    box.addEventListener("input", hear);
    box.addEventListener("keydown", pressed);
    return () => {
      box.removeEventListener("input", hear);
      box.removeEventListener("keydown", pressed);
    };
  }, [boxId]);

  const isAsked = asked !== null;
  useEffect(() => {
    if (!isAsked || loaded) return;
    let isGone = false;
    load(reference).then(
      got => !isGone && setLoaded(got),
      () => {
        if (isGone) return;
        setAsked(null);
        setNotice({ text: told.failed, isWarning: true });
      },
    );
    return () => {
      isGone = true;
    };
  }, [isAsked, loaded, reference, told.failed]);

  function ask() {
    if (asked) return setAsked(null);
    const box = document.getElementById(boxId) as HTMLTextAreaElement;
    const from = box.selectionEnd;
    const gap = from > 0 && !/\s/.test(box.value[from - 1] ?? "") ? " " : "";
    isByButton.current = true;
    insertText(box, from, from, `${gap}/`);
    isByButton.current = false;
    setAsked({ box, from, slash: from + gap.length });
  }

  return (
    <div className="canned-replies">
      <button
        type="button"
        aria-haspopup="listbox"
        aria-expanded={isAsked}
        onClick={ask}
        className={clsx("scripted", buttonClass("quiet", "small"))}
      >
        <Icon name="message-square" />
        {told.button}
        <span aria-hidden="true">/</span>
      </button>
      {asked && loaded && (
        <loaded.Picker
          key={asked.slash}
          {...asked}
          offer={loaded.offer}
          close={said => {
            setAsked(null);
            setNotice(said);
          }}
        />
      )}
      <p role="status" className={clsx("canned-notice", notice?.isWarning && "warning")}>
        {notice?.text}
      </p>
    </div>
  );
}

async function load(reference: string): Promise<Loaded> {
  const [{ ReplyPicker }, response] = await Promise.all([
    import("./reply-picker"),
    fetch(`/api/canned-replies?request=${encodeURIComponent(reference)}`),
  ]);
  if (!response.ok) throw new Error(`The replies were answered with ${response.status}.`);
  return { Picker: ReplyPicker, offer: (await response.json()) as Offer };
}
