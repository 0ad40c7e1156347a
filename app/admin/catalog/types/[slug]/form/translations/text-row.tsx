import { useId } from "react";
import { inputClass } from "@/components/form/text-field";
import { type FormText, translationOf } from "@/lib/catalog/field-texts";
import type { Field } from "@/lib/catalog/fields";
import { formLimits } from "@/lib/catalog/form-limits";

type Props = {
  one: FormText;
  fields: Field[];
  language: { tag: string; direction: "ltr" | "rtl" };
  /** The desk's. */
  own: string;
  name: string;
  untranslated: string;
  say: (text: string) => void;
};

/** A text in the desk's language, and beside it in another. */
export function TextRow({ one, fields, language, own, name, untranslated, say }: Props) {
  const id = useId();
  const value = translationOf(fields, one, language.tag);
  const shared = {
    id,
    value,
    lang: language.tag,
    dir: language.direction,
    className: inputClass,
    "aria-describedby": `${id}-own`,
    maxLength: formLimits[typeof one.name === "string" ? one.name : "option"],
    autoComplete: "off",
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => say(currentTarget.value),
  };
  return (
    <div className="grid gap-x-6 gap-y-2 lg:grid-cols-2">
      <div className="min-w-0">
        <label htmlFor={id} className="text-ink-soft text-sm">
          {name}
          {value === "" && ` · ${untranslated}`}
        </label>
        <p id={`${id}-own`} lang={own} dir="auto" className="wrap-anywhere mt-1 whitespace-pre-line">
          {one.text}
        </p>
      </div>
      {one.name === "help" ? <textarea {...shared} rows={3} /> : <input {...shared} />}
    </div>
  );
}
