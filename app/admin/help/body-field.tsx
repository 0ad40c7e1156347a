"use client";

import { type ComponentProps, type FormEvent, useState } from "react";
import { useField } from "@/components/form/form-context";
import { TextField } from "@/components/form/text-field";
import { Markdown } from "@/components/ui/markdown";
import { markdownHtml } from "@/lib/markdown/html";

type Props = ComponentProps<typeof TextField> & { preview: string; empty: string };

/** What a page says, and how that looks while it is typed. Without script it shows what was saved, or sent last. */
export function BodyField({ preview, empty, ...field }: Props) {
  const { typed } = useField(field.name);
  const [body, setBody] = useState(typeof typed === "string" ? typed : (field.defaultValue ?? ""));
  const follow = ({ target }: FormEvent) => {
    if (target instanceof HTMLTextAreaElement) setBody(target.value);
  };
  return (
    <div className="grid gap-6" onInput={follow}>
      <TextField {...field} />
      <section aria-label={preview} className="grid gap-2">
        <h2 className="font-medium text-ink text-sm">{preview}</h2>
        <div className="rounded-xl border border-line bg-sunken/60 p-4">
          {body.trim() === "" ? (
            <p className="text-ink-soft text-sm">{empty}</p>
          ) : (
            <Markdown html={markdownHtml(body)} />
          )}
        </div>
      </section>
    </div>
  );
}
