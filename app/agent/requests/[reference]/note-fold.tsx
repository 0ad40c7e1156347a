"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useForm } from "@/components/form/form-context";
import { Held } from "@/components/form/held";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";

type Props = { label: ReactNode; isQuiet?: boolean; version?: number; children: ReactNode };

/**
 * Unfolds the form of a note. While it is open it keeps the text and the version that it was opened with, so that a redraw
 * of the page does not overwrite what is being typed; by the old version the server notices if a colleague has changed the
 * note since. It folds once the note is saved.
 */
export function NoteFold({ label, isQuiet = false, version = 0, children }: Props) {
  const { isPending, state } = useForm();
  const fold = useRef<HTMLDetailsElement>(null);
  const [openedAt, openAt] = useState<number | null>(null);
  const [round, begin] = useState(0);
  const wasPending = useRef(false);
  useEffect(() => {
    if (wasPending.current && !isPending && !state?.error && fold.current) {
      fold.current.open = false;
      begin(last => last + 1);
    }
    wasPending.current = isPending;
  }, [isPending, state]);
  return (
    <details
      ref={fold}
      className="disclosure"
      onToggle={({ currentTarget: { open } }) => openAt(open ? version : null)}
    >
      <summary className={buttonClass(isQuiet ? "quiet" : "secondary", "small")}>
        {label}
        <Icon name="chevron-down" className="disclosure-arrow -me-1 opacity-70 transition-[rotate]" />
      </summary>
      <div className="mt-3">
        <Held key={`${round}.${openedAt ?? version}`}>{children}</Held>
      </div>
    </details>
  );
}
