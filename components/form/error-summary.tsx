"use client";

import type { Ref } from "react";
import { count, useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";
import { inputId } from "@/lib/form/input-id";
import { useForm } from "./form-context";

type Props = { labels: Record<string, string>; ref: Ref<HTMLDivElement> };

/** All problems, each linked to its field, which it names. Takes the focus; without script by `autofocus`. */
export function ErrorSummary({ labels, ref }: Props) {
  const texts = useTexts();
  const { formId, state, isOneField, mended } = useForm();
  if (!state?.error) return null;
  const { "": general, ...fields } = state.error;
  const named = Object.entries(fields).filter(
    ([name, errors]) => errors?.length && labels[name] && !mended.has(name),
  );
  if (!general && (isOneField ? named.length > 0 : mended.size > 0 && named.length === 0)) return null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: an answer with errors is a new page, and this is what it is about
      autoFocus
      role="alert"
      className="error-summary"
    >
      <Icon name="wrong" />
      <div>
        <p>{general?.[0] ?? count(texts, texts["form.problems"], named.length)}</p>
        {named.length > 0 && (
          <ul>
            {named.map(([name, errors]) => (
              <li key={name}>
                <a href={`#${inputId(formId, name)}`}>{naming(labels[name], errors?.[0])}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** With the name of its question in front, unless the message says it: next to a field it need not, in a list it must. */
function naming(label = "", said = ""): string {
  if (said.toLowerCase().includes(label.toLowerCase())) return said;
  return /[?؟:.!…]$/.test(label) ? `${label} ${said}` : `${label}: ${said}`;
}
