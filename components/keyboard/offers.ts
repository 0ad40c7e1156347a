"use client";

import { useSyncExternalStore } from "react";
import type { Shortcut } from "@/lib/shortcuts/table";

type Choice = { name: string; value: string };

/** What can be done on the open page, each with the form or choice on the page that does it. */
export type Offer = {
  group: "answer" | "send" | "assignee" | "team" | "move" | "priority" | "tag" | "snooze" | "request";
  label: string;
  /** A selector. */
  at: string;
  /** What is chosen in a form that asks one thing. */
  choice?: Choice;
  shortcut?: Shortcut;
  /** As a command is. */
  isRare?: boolean;
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
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) target.click();
  if (!(target instanceof HTMLFormElement)) return;
  const fold = target.closest("details");
  if (fold) fold.open = true;
  const asked = target.querySelector<HTMLElement>("select, textarea");
  if (choice) choose(target, choice);
  else if (fold && asked) asked.focus();
  else buttonOf(target)?.click();
}

/** The element that carries aria-keyshortcuts, where a screen reader reads the offer's shortcut. */
export function controlOf({ at }: Offer): Element | null {
  const target = document.querySelector(at);
  return target instanceof HTMLFormElement ? buttonOf(target) : target;
}

/** By a button for each choice, by a select, or by typing it. */
function choose(form: HTMLFormElement, { name, value }: Choice): void {
  const select = form.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  const field = form.querySelector<HTMLInputElement>(`input[name=${name}]:not([type=hidden])`);
  if (select) select.value = value;
  else if (field) typeInto(field, value);
  if (select ?? field) {
    form.requestSubmit();
    return;
  }
  const buttons = form.querySelectorAll<HTMLButtonElement>(`button[name=${name}]`);
  [...buttons].find(button => button.value === value)?.click();
}

/** React hears of a value only if its own record of the field does not have it yet. */
function typeInto(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const buttonOf = (form: HTMLFormElement) => form.querySelector<HTMLButtonElement>("button[type=submit]");
