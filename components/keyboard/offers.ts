"use client";

import { useSyncExternalStore } from "react";
import type { Shortcut } from "@/lib/shortcuts/table";

/** What can be done on the open page, each with the form or choice on the page that does it. */
export type Offer = {
  group: "answer" | "assignee" | "move";
  label: string;
  /** A selector. */
  at: string;
  /** What is chosen in a form that asks one thing. */
  choice?: { name: string; value: string };
  shortcut?: Shortcut;
};

const none: Offer[] = [];
const news = new EventTarget();
let offered = none;

function change(offers: Offer[]) {
  offered = offers;
  news.dispatchEvent(new Event("change"));
}

/** Returns a function that takes them back. */
export function offer(offers: Offer[]): () => void {
  change(offers);
  return () => {
    if (offered === offers) change(none);
  };
}

function subscribe(hear: () => void) {
  news.addEventListener("change", hear);
  return () => news.removeEventListener("change", hear);
}

export const useOffers = (): Offer[] =>
  useSyncExternalStore(
    subscribe,
    () => offered,
    () => none,
  );

/** Presses the button, or where something is asked first, goes there. */
export function takeOffer({ at, choice }: Offer): void {
  const target = document.querySelector(at);
  if (target instanceof HTMLInputElement) {
    target.click();
    target.form?.querySelector("textarea")?.focus();
  }
  if (!(target instanceof HTMLFormElement)) return;
  const fold = target.closest("details");
  if (fold) fold.open = true;
  const asked = target.querySelector<HTMLElement>("select, textarea");
  if (choice) {
    (target.elements.namedItem(choice.name) as HTMLSelectElement).value = choice.value;
    target.requestSubmit();
  } else if (fold && asked) asked.focus();
  else buttonOf(target)?.click();
}

/** The element that carries aria-keyshortcuts, where a screen reader reads the offer's shortcut. */
export function controlOf({ at }: Offer): Element | null {
  const target = document.querySelector(at);
  return target instanceof HTMLFormElement ? buttonOf(target) : target;
}

const buttonOf = (form: HTMLFormElement) => form.querySelector<HTMLButtonElement>("button[type=submit]");
