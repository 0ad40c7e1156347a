"use client";

import { useEffect, useRef, useState } from "react";
import { type Offer, offer } from "@/components/keyboard/offers";
import {
  boxesBetween,
  clearPicks,
  pick,
  pickAgain,
  pickAll,
  picked,
  pickSelector,
} from "@/components/keyboard/picks";
import { count as sayCount, useTexts } from "@/components/messages/browser-texts";
import { Button } from "@/components/ui/button";
import type { PluralForms } from "@/lib/messages/format";

export type ToldBulk = {
  /** Of its form, which the boxes of the rows belong to. */
  id: string;
  path: string;
  label: string;
  selected: PluralForms;
  buttons: {
    action: string;
    label: string;
    group: Offer["group"];
    shortcut: NonNullable<Offer["shortcut"]>;
    /** Only where there is room. */
    isRare?: true;
  }[];
  more: string;
  /** All that the view has, on whatever page of it. */
  whole?: { query: string; label: string };
  clear: string;
};

/** What can be done with the selected rows. It shows once there are any: its style sheet sees to that, without script, too. */
export function BulkBar({ id, path, label, selected, buttons, more, whole, clear }: ToldBulk) {
  const texts = useTexts();
  const count = usePicked(id);
  const hasAny = count > 0;
  useEffect(() => {
    if (!hasAny) return;
    return offer(
      buttons.map(({ action, label, group, shortcut }) => ({
        ...{ group, label, shortcut },
        at: `#${id} button[value="${action}"]`,
      })),
    );
  }, [hasAny, buttons, id]);
  return (
    <form id={id} action={path} aria-label={label} className="bulk-bar">
      <p aria-live="polite">{hasAny ? sayCount(texts, selected, count) : label}</p>
      <div>
        {buttons.map(({ action, label, isRare }) => (
          <Button
            key={action}
            name="do"
            value={action}
            variant="secondary"
            size="small"
            className={isRare && "max-md:hidden"}
          >
            {label}
          </Button>
        ))}
        <Button variant="secondary" size="small">
          {more}
        </Button>
        {whole && (
          <Button name="all" value={whole.query} variant="quiet" size="small">
            {whole.label}
          </Button>
        )}
        <Button type="button" variant="quiet" size="small" className="scripted" onClick={clearPicks}>
          {clear}
        </Button>
      </div>
    </form>
  );
}

/** How many rows are selected. Shift selects all between two clicks; the box in the heading, all there are. */
function usePicked(id: string): number {
  const [count, setCount] = useState(0);
  const last = useRef<HTMLInputElement>(null);
  const kept = useRef<string[]>([]);
  // The list may have been drawn again, with other rows, and with new boxes for those that read differently.
  useEffect(() => {
    pickAgain(kept.current);
    kept.current = picked().map(({ value }) => value);
    setCount(kept.current.length);
  });
  useEffect(() => {
    const recount = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.closest(".pick")) return;
      kept.current = picked().map(({ value }) => value);
      const now = kept.current.length;
      setCount(now);
      const all = document.querySelector<HTMLInputElement>("main .request-table th.pick > input");
      if (!all) return;
      const most = document.querySelectorAll(pickSelector).length;
      all.checked = now > 0 && now === most;
      all.indeterminate = now > 0 && now < most;
    };
    const click = ({ target, shiftKey }: MouseEvent) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.matches("th.pick > input")) pickAll();
      if (target.form?.id !== id || !target.matches(pickSelector)) return;
      if (shiftKey && last.current) pick(boxesBetween(last.current, target), target.checked);
      last.current = target;
    };
    document.addEventListener("change", recount);
    document.addEventListener("click", click);
    return () => {
      document.removeEventListener("change", recount);
      document.removeEventListener("click", click);
    };
  }, [id]);
  return count;
}
