"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** Accepts files pasted into the form or dropped on the field. Returns whether some are being dragged over it. */
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
    function leave() {
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
    box.addEventListener("dragover", above, { signal });
    box.addEventListener("dragleave", leave, { signal });
    box.addEventListener("drop", drop, { signal });
    return () => heard.abort();
  }, [field]);
  return isAbove;
}
