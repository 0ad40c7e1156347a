"use client";

import type { Ref } from "react";
import { count, useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";
import { inputId } from "@/lib/form/input-id";
import { useForm } from "./form-context";

type Props = { labels: Record<string, string>; ref: Ref<HTMLDivElement> };

/** All problems, each linked to its field. Takes the focus; without script by `autofocus`. */
export function ErrorSummary({ labels, ref }: Props) {
  const texts = useTexts();
  const { formId, state } = useForm();
  if (!state?.error) return null;
  const { "": general, ...fields } = state.error;
  const named = Object.entries(fields).filter(([name, errors]) => errors?.length && labels[name]);
  return (
    <div
      ref={ref}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: an answer with errors is a new page, and this is what it is about
      autoFocus
      role="alert"
      className="flex gap-3 rounded-lg border border-bad-line bg-bad-soft px-4 py-3 text-sm"
    >
      <Icon name="wrong" className="mt-0.5 text-bad" />
      <div className="wrap-anywhere min-w-0 max-w-prose">
        <p className="font-semibold text-ink">
          {general?.[0] ?? count(texts, texts["form.problems"], named.length)}
        </p>
        {named.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {named.map(([name, errors]) => (
              <li key={name}>
                <a
                  href={`#${inputId(formId, name)}`}
                  className="inline-flex min-h-6 items-center text-bad underline underline-offset-2"
                >
                  {errors?.[0]}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
