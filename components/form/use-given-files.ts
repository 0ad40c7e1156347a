"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** Accepts files pasted into the form or dropped on the field, or anywhere on a box of one piece. Returns whether some are being dragged over it. */
export function useGivenFiles(
  field: RefObject<HTMLElement | null>,
  take: (files: FileList) => void,
): boolean {
  const [isAbove, setAbove] = useState(false);
  const taken = useEffectEvent(take);
  useEffect(() => {
    const box = field.current;
    const form = box?.closest("form");
    if (!box || !form) return;
    const target = box.closest<HTMLElement>(".composer") ?? box;
    function paste(event: ClipboardEvent) {
      const { files, types } = event.clipboardData ?? { files: null, types: [] };
      // Tables copied from office programs come with an image; take the text.
      if (!files?.length || types.includes("text/plain")) return;
      // If a form has several such fields, the first one takes it.
      if (form?.querySelector("[data-files]") !== box) return;
      event.preventDefault();
      taken(files);
    }
    function above(event: DragEvent) {
      event.preventDefault();
      setAbove(true);
    }
    function leave(event: DragEvent) {
      // Over a part of it, it is still above.
      if (target.contains(event.relatedTarget as Node | null)) return;
      setAbove(false);
    }
    function drop(event: DragEvent) {
      event.preventDefault();
      setAbove(false);
      if (event.dataTransfer) taken(event.dataTransfer.files);
    }
    const heard = new AbortController();
    const { signal } = heard;
    form.addEventListener("paste", paste, { signal });
    target.addEventListener("dragover", above, { signal });
    target.addEventListener("dragleave", leave, { signal });
    target.addEventListener("drop", drop, { signal });
    return () => heard.abort();
  }, [field]);
  return isAbove;
}
