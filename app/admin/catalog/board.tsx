"use client";

import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { fill } from "@/components/messages/browser-texts";
import { Banner } from "@/components/ui/banner";
import { BoardCategory } from "./board-category";
import { type Place, placed, standing, step, stepOfCategory, type ToldCategory, type Way } from "./placing";
import { type MoveActions, useMoves } from "./use-moves";
import "./board.css";

export type BoardTexts = Record<
  | "help"
  | "move"
  | "earlier"
  | "later"
  | "categoryEarlier"
  | "categoryLater"
  | "lifted"
  | "moved"
  | "dropped"
  | "back"
  | "edit"
  | "empty"
  | "draft",
  string
>;

type Props = { categories: ToldCategory[]; actions: MoveActions; texts: BoardTexts };

const gripId = (slug: string) => `grip-${slug}`;

/** The catalog in its order, which is changed by dragging, by the arrow keys once something is lifted, and by buttons. */
export function Board({ categories, actions, texts }: Props) {
  const { catalog, send, isSaving, refusal } = useMoves(categories, actions);
  const [lifted, setLifted] = useState<string | null>(null);
  const [preview, setPreview] = useState<Place | null>(null);
  const [over, setOver] = useState<Place | null>(null);
  const [said, say] = useState("");
  const focusOn = useRef<string>(null);
  const shown = lifted && preview ? placed(catalog, { kind: "type", slug: lifted, ...preview }) : catalog;

  // React makes a row again that moves to another list, so the focus would be lost.
  useEffect(() => {
    if (focusOn.current) document.getElementById(focusOn.current)?.focus();
    focusOn.current = null;
  });

  const tell = (text: string, slug: string, among = shown) => say(fill(text, standing(among, slug) ?? {}));

  function moveType(slug: string, place: Place) {
    send({ kind: "type", slug, ...place });
    tell(texts.dropped, slug, placed(catalog, { kind: "type", slug, ...place }));
  }

  function putDown(slug: string) {
    setLifted(null);
    setPreview(null);
    if (preview) moveType(slug, preview);
    else tell(texts.back, slug, catalog);
    focusOn.current = gripId(slug);
  }

  function onKeys(event: KeyboardEvent, slug: string) {
    const { key } = event;
    const isLifted = lifted === slug;
    if (isLifted && key === "Tab") return putDown(slug);
    if (!(key === " " || key === "Enter" || (isLifted && /^(Arrow(Up|Down)|Escape)$/.test(key)))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isLifted) {
      setLifted(slug);
      setPreview(null);
      tell(texts.lifted, slug);
    } else if (key === " " || key === "Enter") putDown(slug);
    else if (key === "Escape") {
      setLifted(null);
      setPreview(null);
      tell(texts.back, slug, catalog);
      focusOn.current = gripId(slug);
    } else {
      const next = step(shown, slug, key === "ArrowUp" ? "earlier" : "later");
      if (!next) return;
      setPreview(next);
      tell(texts.moved, slug, placed(catalog, { kind: "type", slug, ...next }));
      focusOn.current = gripId(slug);
    }
  }

  function shift(slug: string, way: Way) {
    const next = step(catalog, slug, way);
    if (!next) return;
    moveType(slug, next);
    focusOn.current = `${way}-${slug}`;
  }

  function shiftCategory(slug: string, way: Way) {
    const before = stepOfCategory(catalog, slug, way);
    if (before !== undefined) send({ kind: "category", slug, before });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    const slug = event.dataTransfer.getData("text/plain");
    if (over && over.before !== slug && standing(catalog, slug)) moveType(slug, over);
    setOver(null);
  }

  return (
    <section className="board" aria-busy={isSaving || undefined}>
      <p id="board-help" className="sr-only">
        {texts.help}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {refusal && (
        <Banner tone="bad" role="alert" className="mb-6">
          {refusal}
        </Banner>
      )}
      {shown.map((category, index) => (
        <BoardCategory
          key={category.slug}
          {...{ category, texts, lifted, over, setOver, drop, onKeys, shift }}
          shiftCategory={way => shiftCategory(category.slug, way)}
          isFirst={index === 0}
          isLast={index === shown.length - 1}
        />
      ))}
    </section>
  );
}
