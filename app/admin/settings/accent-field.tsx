"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { describedBy, useField } from "@/components/form/form-context";
import { inputClass } from "@/components/form/text-field";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { oneDecimalFormat } from "@/lib/decimal-formats";
import { leastContrast, lookOf, plainContrast, type Theme } from "@/lib/desk-settings/accent";

type Texts = Record<
  "label" | "help" | "pick" | "light" | "dark" | "button" | "link" | "contrast" | "darkened",
  string
>;

function useShown(): (contrast: number) => string {
  const { format } = oneDecimalFormat(useTexts().language);
  return contrast => format(Math.floor(contrast * 10) / 10);
}

/** A colour by code or by picking it, with how it will look and whether it can be read. */
export function AccentField({ name, value, texts }: { name: string; value: string; texts: Texts }) {
  const { id, errors, typed } = useField(name);
  const [text, setText] = useState(typeof typed === "string" ? typed : value);
  const shown = useShown();
  const code = text.trim().toLowerCase().replace(/^#?/, "#");
  const accent = /^#[0-9a-f]{6}$/.test(code) ? code : null;
  return (
    <Field id={id} label={texts.label} help={texts.help} errors={errors}>
      <span className="flex gap-2">
        <input
          type="color"
          aria-label={texts.pick}
          value={accent ?? value}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          className="size-10 shrink-0 cursor-pointer rounded-lg border border-line-strong bg-surface p-1 pointer-coarse:size-11"
        />
        <input
          id={id}
          name={name}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy(id, true, errors.length > 0)}
          className={`${inputClass} max-w-40`}
        />
      </span>
      {accent && (
        <span className="mt-3 grid gap-2 sm:grid-cols-2">
          <Look accent={accent} theme="light" label={texts.light} texts={texts} />
          <Look accent={accent} theme="dark" label={texts.dark} texts={texts} />
        </span>
      )}
      {accent && plainContrast(accent) < leastContrast && (
        <span role="status" className="mt-2 block rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
          {fill(texts.darkened, { contrast: shown(plainContrast(accent)) })}
        </span>
      )}
    </Field>
  );
}

/** Pages are sent without style attributes, which their policy forbids; script may set styles. */
const painted = (background: string, color: string) => (element: HTMLElement | null) => {
  if (element) Object.assign(element.style, { background, color });
};

function Look({
  accent,
  theme,
  label,
  texts,
}: {
  accent: string;
  theme: Theme;
  label: string;
  texts: Texts;
}) {
  const shown = useShown();
  const look = lookOf(accent, theme);
  const ink = theme === "light" ? "#4c4f4b" : "#b9bdb6";
  return (
    <span
      ref={painted(look.surface, ink)}
      className="grid content-start gap-2 rounded-lg border border-line p-3 text-xs"
    >
      <span className="flex flex-wrap items-center gap-3 text-sm">
        <span ref={painted(look.fill, "#ffffff")} className="rounded-md px-3 py-1 font-medium">
          {texts.button}
        </span>
        <span ref={painted(look.surface, look.text)} className="font-medium underline underline-offset-4">
          {texts.link}
        </span>
        <span className="ms-auto">{label}</span>
      </span>
      {fill(texts.contrast, { button: shown(look.buttonContrast), link: shown(look.linkContrast) })}
    </span>
  );
}
