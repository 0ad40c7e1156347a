"use client";

import { useState } from "react";
import { ChoicesEditor } from "@/components/catalog/choices-editor";
import type { ChoicesTexts } from "@/components/catalog/choices-texts";
import { useField } from "@/components/form/form-context";
import type { Option } from "@/lib/catalog/choices";
import { freeKey, ownKey } from "@/lib/catalog/option-keys";
import { listLimits } from "@/lib/choice-lists/limits";

/** The entries of a list, sent as one text. What is there keeps its key; that of a new one follows its label. */
export function EntriesField({ entries, texts }: { entries: Option[]; texts: ChoicesTexts }) {
  const { errors, typed } = useField("entries");
  const [options, change] = useState(() => (typeof typed === "string" && entriesIn(typed)) || entries);

  function name(value: string, label: string) {
    const others = options.filter(option => option.value !== value).map(option => option.value);
    const isKept = entries.some(entry => entry.value === value);
    const key = isKept ? value : freeKey(ownKey(label, "choice"), others);
    change(options.map(option => (option.value === value ? { ...option, value: key, label } : option)));
  }

  return (
    <div className="scripted">
      <input type="hidden" name="entries" value={JSON.stringify(options)} />
      <ChoicesEditor
        texts={texts}
        options={options}
        published={entries.map(({ value }) => value)}
        most={listLimits.entries}
        error={errors[0]}
        change={change}
        name={({ value, label }) => name(value, label)}
      />
    </div>
  );
}

function entriesIn(text: string): Option[] | null {
  try {
    return JSON.parse(text) as Option[];
  } catch {
    return null;
  }
}
