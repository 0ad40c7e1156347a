"use client";

import { useEffect } from "react";

const key = "lodge-typed";

type Field = HTMLInputElement | HTMLTextAreaElement;
type Typed = { address: string; fields: Record<string, string | boolean> };

/** Carries what a stranger has typed, except passwords, over to the same page in another language, which is a new document. */
export function TypedAcross() {
  useEffect(() => {
    putBack();
    document.addEventListener("click", keep);
    return () => document.removeEventListener("click", keep);
  }, []);
  return null;
}

function keep({ target }: MouseEvent): void {
  if (!(target instanceof Element && target.closest("a[href^='/language/']"))) return;
  const fields: Typed["fields"] = {};
  for (const [name, field] of fieldsOfPage()) fields[name] = isTicked(field) ? field.checked : field.value;
  try {
    sessionStorage.setItem(key, JSON.stringify({ address: address(), fields } satisfies Typed));
  } catch {
    // The browser forbids it, or has no room.
  }
}

function putBack(): void {
  const typed = taken();
  if (typed?.address !== address()) return;
  for (const [name, field] of fieldsOfPage()) {
    const value = typed.fields[name];
    if (typeof value === "boolean" && isTicked(field)) field.checked = value;
    // A field in which something has been typed since the page came keeps that.
    else if (typeof value === "string" && field.value === field.defaultValue) {
      // Past what React keeps of it, so that it hears of the change: it may count characters, or search by them.
      Reflect.set(Object.getPrototypeOf(field), "value", value, field);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

function taken(): Typed | null {
  try {
    const typed = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return JSON.parse(typed ?? "null") as Typed | null;
  } catch {
    return null;
  }
}

const address = () => location.pathname + location.search;

/** A shown password is a field of text by its type. */
const fieldsOfPage = (): [string, Field][] =>
  [...document.querySelectorAll<Field>("main form :is(input, textarea)[name]")]
    .filter(({ name, type }) => !/password/i.test(name) && !/^(hidden|file|password|submit)$/.test(type))
    .map(field => [`${field.form?.id} ${field.name} ${isTicked(field) ? field.value : ""}`, field]);

const isTicked = (field: Field): field is HTMLInputElement =>
  field.type === "checkbox" || field.type === "radio";
