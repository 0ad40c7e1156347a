"use client";

import { type DragEvent, type KeyboardEvent, type RefObject, useState } from "react";
import { fill } from "@/components/messages/browser-texts";
import { type Drafted, placed, shifted } from "./drafting";
import type { Moving } from "./question-row";
import { useBuilderTexts } from "./words";

/** Questions in their order, which is changed by dragging, by the arrow keys once one is lifted, and by buttons. */
export function useMoving(
  questions: Drafted[],
  change: (to: Drafted[]) => void,
  tell: (text: string) => void,
  focusOn: RefObject<string | null>,
) {
  const texts = useBuilderTexts();
  const [lifted, setLifted] = useState<number | null>(null);
  const [preview, setPreview] = useState<Drafted[] | null>(null);
  const [over, setOver] = useState<Moving["over"]>(null);
  const shown = preview ?? questions;

  function say(text: string, id: number, among: Drafted[]) {
    const at = among.findIndex(one => one.id === id);
    const label = among[at]?.field.label || texts.untitled;
    tell(fill(text, { label, place: at + 1, total: among.length }));
  }

  function finish(id: number, to: Drafted[] | null) {
    setLifted(null);
    setPreview(null);
    focusOn.current = `grip-${id}`;
    if (to) change(to);
    say(to ? texts["move.dropped"] : texts["move.back"], id, to ?? questions);
  }

  function onKeys(event: KeyboardEvent, id: number) {
    const { key } = event;
    const isLifted = lifted === id;
    if (isLifted && key === "Tab") return finish(id, preview);
    if (!(key === " " || key === "Enter" || (isLifted && /^(Arrow(Up|Down)|Escape)$/.test(key)))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isLifted) {
      setLifted(id);
      setPreview(null);
      say(texts["move.lifted"], id, questions);
    } else if (key === " " || key === "Enter") finish(id, preview);
    else if (key === "Escape") finish(id, null);
    else {
      const to = shifted(shown, id, key === "ArrowUp" ? -1 : 1);
      setPreview(to);
      focusOn.current = `grip-${id}`;
      say(texts["move.moved"], id, to);
    }
  }

  function shift(id: number, by: -1 | 1) {
    const to = shifted(questions, id, by);
    change(to);
    focusOn.current = `${by < 0 ? "up" : "down"}-${id}`;
    say(texts["move.dropped"], id, to);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    const id = Number(event.dataTransfer.getData("text/plain"));
    const others = questions.filter(one => one.id !== id);
    const at = over === "end" ? others.length : others.findIndex(one => one.id === over);
    setOver(null);
    if (at < 0 || others.length === questions.length) return;
    const to = placed(questions, id, at);
    change(to);
    say(texts["move.dropped"], id, to);
  }

  return { shown, drop, moving: { lifted, over, setOver, onKeys, shift } satisfies Moving };
}
