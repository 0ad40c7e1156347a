"use client";

import { useId, useState } from "react";
import { Field } from "@/components/form/field";
import { Line } from "@/components/form/line";
import { inputClass } from "@/components/form/text-field";
import { useFocusOn } from "@/components/form/use-focus-on";
import { fill } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { Option } from "@/lib/catalog/choices";
import { formLimits } from "@/lib/catalog/form-limits";
import { newOption, pastedOptions } from "@/lib/catalog/option-keys";
import type { ChoicesTexts } from "./choices-texts";
import "./choices.css";

type Props = {
  texts: ChoicesTexts;
  options: Option[];
  /** Values that the published form has, which can only be retired. */
  published: readonly string[];
  most?: number;
  error?: string | undefined;
  change: (options: Option[]) => void;
  name: (option: { value: string; label: string; isPublished: boolean }, place: number) => void;
};

/** Named, put in order, retired and pasted one by one or at once: those of a question, or of a shared list. */
export function ChoicesEditor({
  texts,
  options,
  published,
  most = formLimits.options,
  error,
  change,
  name,
}: Props) {
  const [pasted, paste] = useState<string | null>(null);
  const id = useId();
  const focusOn = useFocusOn();
  const partId = (part: string, place?: number) => `${id}-${part}${place ?? ""}`;

  const retire = (retired: Option, isRetired: boolean) =>
    change(
      options.map(option => {
        const { retired: _, ...rest } = option;
        return option === retired ? { ...rest, ...(isRetired && { retired: true }) } : option;
      }),
    );
  return (
    <Field id={id} label={texts["property.options"]} errors={error === undefined ? [] : [error]} group>
      <ol className="choice-rows">
        {options.map((option, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: values change while they are typed
            key={index}
            texts={texts}
            partId={part => partId(part, index)}
            option={option}
            number={index + 1}
            isPublished={published.includes(option.value)}
            say={label =>
              name({ value: option.value, label, isPublished: published.includes(option.value) }, index)
            }
            retire={retired => retire(option, retired)}
            remove={() => {
              const before = options.slice(0, index).findLastIndex(({ retired }) => !retired);
              change(options.filter(other => other !== option));
              focusOn.current = before < 0 ? partId("add") : partId("label", before);
            }}
            raise={() => {
              change(options.toSpliced(index, 1).toSpliced(Math.max(0, index - 1), 0, option));
              focusOn.current = partId("up", index - 1);
            }}
          />
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          id={partId("add")}
          className={buttonClass("secondary", "small")}
          onClick={() => {
            if (options.length >= most) return;
            change([...options, newOption("", options)]);
            focusOn.current = partId("label", options.length);
          }}
        >
          {texts["option.add"]}
        </button>
        <button
          type="button"
          id={partId("paste")}
          aria-expanded={pasted !== null}
          className={buttonClass("quiet", "small")}
          onClick={() => {
            const offered = options.filter(({ retired }) => !retired).map(({ label }) => label);
            paste(pasted === null ? offered.join("\n") : null);
            if (pasted === null) focusOn.current = partId("list");
          }}
        >
          {texts["option.paste"]}
        </button>
      </div>
      {pasted !== null && (
        <div className="mt-3 grid gap-2">
          <Line
            id={partId("list")}
            label={texts["option.paste"]}
            help={texts["option.paste.about"]}
            value={pasted}
            change={paste}
            rows={6}
          />
          <button
            type="button"
            className={`${buttonClass("secondary", "small")} justify-self-start`}
            onClick={() => {
              change(pastedOptions(pasted, options, published));
              paste(null);
              focusOn.current = partId("paste");
            }}
          >
            {texts["option.paste.apply"]}
          </button>
        </div>
      )}
    </Field>
  );
}

type RowProps = {
  texts: ChoicesTexts;
  partId: (part: "label" | "up") => string;
  option: Option;
  number: number;
  isPublished: boolean;
  say: (label: string) => void;
  retire: (retired: boolean) => void;
  remove: () => void;
  raise: () => void;
};

function Row({ texts, partId, option, number, isPublished, say, retire, remove, raise }: RowProps) {
  const { label, retired } = option;
  const name = label || fill(texts["option.label"], { number });
  const away = isPublished ? texts["option.retire"] : texts["option.remove"];
  const button = (
    text: string,
    icon: "arrow-up" | "rotate-ccw" | "archive" | "x",
    act: () => void,
    up?: { isOff: boolean },
  ) => (
    <button
      type="button"
      id={up && partId("up")}
      className={buttonClass("quiet", "small")}
      aria-label={fill(text, { label: name })}
      title={fill(text, { label: name })}
      aria-disabled={up?.isOff || undefined}
      onClick={() => !up?.isOff && act()}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <li>
      {retired ? (
        <span className="retired" dir="auto">
          {label} <span className="tag">{texts["option.retired"]}</span>
        </span>
      ) : (
        <input
          id={partId("label")}
          className={inputClass}
          dir="auto"
          value={label}
          maxLength={formLimits.option}
          autoComplete="off"
          aria-label={fill(texts["option.label"], { number })}
          onChange={event => say(event.target.value)}
        />
      )}
      {button(texts["option.up"], "arrow-up", raise, { isOff: number === 1 })}
      {retired
        ? button(texts["option.restore"], "rotate-ccw", () => retire(false))
        : button(away, isPublished ? "archive" : "x", () => (isPublished ? retire(true) : remove()))}
    </li>
  );
}
