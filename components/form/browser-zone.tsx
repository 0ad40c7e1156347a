"use client";

import { useSyncExternalStore } from "react";
import { fill } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { inputId } from "@/lib/form/input-id";
import { useForm } from "./form-context";

const never = () => () => undefined;

/** The browser's time zone; empty on the server and without script. */
const useBrowserZone = () =>
  useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );

export function BrowserZoneField({ name }: { name: string }) {
  return <input type="hidden" name={name} value={useBrowserZone()} />;
}

/** `news` says `{zone}`. */
type Offer = { name: string; saved: string; news: string; choice: string };

/** Offers the browser's zone for the select with that name if it differs from the saved one. */
export function BrowserZoneOffer({ name, saved, news, choice }: Offer) {
  const { formId } = useForm();
  const zone = useBrowserZone();
  if (!zone || zone === saved) return null;
  function choose() {
    const select = document.getElementById(inputId(formId, name));
    if (select instanceof HTMLSelectElement) select.value = zone;
    select?.focus();
  }
  return (
    <p className="-mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
      {fill(news, { zone: zone.replaceAll("_", " ") })}
      <button type="button" onClick={choose} className={buttonClass("secondary", "small")}>
        {choice}
      </button>
    </p>
  );
}
