"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import { withRecent } from "@/lib/session/recent-searches";
import type { Offer, SuggestionsProps } from "./suggestions";

type Loaded = { Suggestions: ComponentType<SuggestionsProps>; offer: Offer };

let loading: Promise<Loaded> | undefined;

/** Completes what is typed in the search box. The operators and their values are loaded when the box first gets the focus. */
export function QueueCompletion() {
  const place = useRef<HTMLSpanElement>(null);
  const [box, setBox] = useState<HTMLInputElement | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const form = place.current?.closest("form");
    const field = form?.querySelector<HTMLInputElement>("input[type=search]");
    if (!form || !field) return;
    const open = () => {
      loading ??= load();
      // Without it the box still searches by Enter.
      loading.then(setLoaded, () => {
        loading = undefined;
      });
    };
    const keep = () => {
      const search = field.value.trim();
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in many browsers
      if (search) document.cookie = withRecent(document.cookie, search, location.protocol === "https:");
    };
    // It closes the list. Some browsers empty the box as well, also while the list is still being loaded.
    const keepTyped = (event: KeyboardEvent) => {
      if (event.key === "Escape") event.preventDefault();
    };
    // The filters are a form of their own.
    const filters = form.parentElement?.querySelector<HTMLFormElement>(":scope > form:has(.filters)");
    setBox(field);
    if (document.activeElement === field) open();
    field.addEventListener("focus", open);
    field.addEventListener("keydown", keepTyped);
    form.addEventListener("submit", keep);
    filters?.addEventListener("formdata", leaveOutEmpty);
    return () => {
      filters?.removeEventListener("formdata", leaveOutEmpty);
      field.removeEventListener("focus", open);
      field.removeEventListener("keydown", keepTyped);
      form.removeEventListener("submit", keep);
    };
  }, []);
  return <span ref={place}>{box && loaded && <loaded.Suggestions box={box} offer={loaded.offer} />}</span>;
}

/** Filters that are not set say nothing in the address. */
function leaveOutEmpty({ formData }: FormDataEvent): void {
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name).filter(value => value !== "");
    formData.delete(name);
    for (const value of values) formData.append(name, value);
  }
}

async function load(): Promise<Loaded> {
  const [{ Suggestions }, response] = await Promise.all([
    import("./suggestions"),
    fetch("/api/search/operators"),
  ]);
  if (!response.ok) throw new Error(`The operators were answered with ${response.status}.`);
  return { Suggestions, offer: (await response.json()) as Offer };
}
