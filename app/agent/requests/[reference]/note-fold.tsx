"use client";

import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { FormBody } from "@/components/form/form-body";
import { useForm } from "@/components/form/form-context";
import { Held } from "@/components/form/held";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { useIsAllAsked } from "@/components/ui/in-browser";
import { Folded } from "./folded";

type Props = {
  label: ReactNode;
  isQuiet?: boolean;
  version?: number;
  form: Omit<ComponentProps<typeof FormBody>, "children">;
  /** Another form in the same fold. */
  beside?: ReactNode;
  children: ReactNode;
};

/**
 * Unfolds the form of a note. While it is open it keeps the text and the version that it was opened with, so that a redraw
 * of the page does not overwrite what is being typed; by the old version the server notices if a colleague has changed the
 * note since. It folds once the note is saved.
 */
export function NoteFold({ label, isQuiet = false, version = 0, form, beside, children }: Props) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [openedAt, openAt] = useState<number | null>(null);
  const [round, begin] = useState(0);
  const isAllAsked = useIsAllAsked();
  function close() {
    if (fold.current) fold.current.open = false;
    begin(last => last + 1);
  }
  return (
    <details
      ref={fold}
      open={isAllAsked}
      className="disclosure"
      onToggle={({ currentTarget: { open } }) => openAt(open ? version : null)}
    >
      <summary className={buttonClass(isQuiet ? "quiet" : "secondary", "small")}>
        {label}
        <Icon name="chevron-down" className="disclosure-arrow" />
      </summary>
      <div className="mt-3">
        <Folded>
          <FormBody {...form}>
            <WhenSaved act={close} />
            <Held key={`${round}.${openedAt ?? version}`}>{children}</Held>
          </FormBody>
          {beside}
        </Folded>
      </div>
    </details>
  );
}

/** Within a form. */
function WhenSaved({ act }: { act: () => void }) {
  const { isPending, state } = useForm();
  const wasPending = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is done then is new at each drawing
  useEffect(() => {
    if (wasPending.current && !isPending && !state?.error) act();
    wasPending.current = isPending;
  }, [isPending, state]);
  return null;
}
