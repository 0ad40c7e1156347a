"use client";

import { useEffect, useRef, useState } from "react";
import { useField } from "@/components/form/form-context";

/**
 * The newest entry when its writer began. What arrives after that counts as unseen, though the page has drawn it, until
 * the server has said so in the box. A draft keeps when it was begun.
 */
export function BegunField({ latest }: { latest: string }) {
  const { typed } = useField("seen");
  const told = typeof typed === "string" && /^\d+$/.test(typed) ? typed : "";
  const [begun, begin] = useState(told || latest);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    const catchUp = () => {
      if (!isBegun(form)) begin(latest);
    };
    catchUp();
    form.addEventListener("focusout", catchUp);
    return () => form.removeEventListener("focusout", catchUp);
  }, [latest]);
  const value = Number(told) > Number(begun) ? told : begun;
  return <input ref={field} type="hidden" name="seen" value={value} />;
}

/** Whether somebody is in the box, or has put something into it. */
function isBegun(form: HTMLFormElement): boolean {
  const data = new FormData(form);
  const hasFile = data.getAll("files").some(file => (file instanceof File ? file.size > 0 : file));
  return hasFile || String(data.get("body")).trim() !== "" || form.contains(document.activeElement);
}
