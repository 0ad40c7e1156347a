"use client";

import { useId } from "react";
import { Pick } from "@/components/form/line";
import { useFocusOn } from "@/components/form/use-focus-on";
import { buttonClass } from "@/components/ui/button-class";
import { isChosen, offeredOptions } from "@/lib/catalog/choices";
import { type Condition, type Part, partsOf, withParts } from "@/lib/catalog/condition";
import type { Field } from "@/lib/catalog/fields";
import { formLimits } from "@/lib/catalog/form-limits";
import { useBuilderTexts } from "./words";

type Props = {
  label: string;
  /** What is said where there is none. */
  otherwise: string;
  condition: Condition | undefined;
  /** Questions above, of which those that are chosen from can decide. */
  above: Field[];
  error?: string | undefined;
  change: (condition: Condition | undefined) => void;
};

/** When a question is shown, or required: by answers to questions above it. */
export function ConditionEditor({ label, otherwise, condition, above, error, change }: Props) {
  const texts = useBuilderTexts();
  const deciding = above.filter(isChosen);
  const parts = condition ? partsOf(condition) : [];
  const isAny = condition !== undefined && "any" in condition;
  const put = (all: Part[], any = isAny) => change(withParts(all, any));
  const first = deciding[0];
  const id = useId();
  const focusOn = useFocusOn();

  if (!condition && !first) return null;
  return (
    <fieldset className="conditions">
      <Pick
        label={label}
        value={condition ? "when" : "none"}
        error={error}
        options={[
          { value: "none", label: otherwise },
          { value: "when", label: texts["condition.when"] },
        ]}
        change={value => change(value === "when" && first ? partFor(first) : undefined)}
      />
      {parts.map((part, index) => (
        <PartEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: parts can be the same
          key={index}
          id={`${id}-${index}`}
          part={part}
          deciding={deciding}
          change={one => put(parts.toSpliced(index, 1, one))}
          {...(parts.length > 1 && {
            remove: () => {
              put(parts.toSpliced(index, 1));
              focusOn.current = `${id}-${Math.max(0, index - 1)}`;
            },
          })}
        />
      ))}
      {parts.length > 1 && (
        <Pick
          label={texts["condition.match"]}
          value={isAny ? "any" : "all"}
          options={(["all", "any"] as const).map(value => ({ value, label: texts[`condition.${value}`] }))}
          change={value => put(parts, value === "any")}
        />
      )}
      {condition && first && parts.length < formLimits.conditions && (
        <button
          type="button"
          className={`${buttonClass("quiet", "small")} justify-self-start`}
          onClick={() => {
            put([...parts, partFor(first)]);
            focusOn.current = `${id}-${parts.length}`;
          }}
        >
          {texts["condition.add"]}
        </button>
      )}
    </fieldset>
  );
}

const partFor = (field: Field): Part => ({
  field: field.key,
  is:
    "options" in field
      ? offeredOptions(field)
          .slice(0, 1)
          .map(({ value }) => value)
      : ["yes"],
});

type PartProps = {
  id: string;
  part: Part;
  deciding: Field[];
  change: (part: Part) => void;
  remove?: () => void;
};

function PartEditor({ id, part, deciding, change, remove }: PartProps) {
  const texts = useBuilderTexts();
  const field = deciding.find(({ key }) => key === part.field);
  const isTicked = (value: string) => part.is.includes(value);
  return (
    <div className="condition">
      <Pick
        id={id}
        label={texts["condition.question"]}
        value={part.field}
        options={[
          ...(field ? [] : [{ value: part.field, label: "—" }]),
          ...deciding.map(({ key, label }) => ({ value: key, label: label || texts.untitled })),
        ]}
        change={key => {
          const chosen = deciding.find(one => one.key === key);
          if (chosen) change(partFor(chosen));
        }}
      />
      {field && "options" in field ? (
        <fieldset>
          <legend>{texts["condition.answers"]}</legend>
          <div className="choices">
            {offeredOptions(field).map(({ value, label }) => (
              <label key={value}>
                <input
                  type="checkbox"
                  checked={isTicked(value)}
                  onChange={() =>
                    change({
                      ...part,
                      is: isTicked(value) ? part.is.filter(one => one !== value) : [...part.is, value],
                    })
                  }
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        field && <p className="text-ink-soft text-sm">{texts["condition.ticked"]}</p>
      )}
      {remove && (
        <button
          type="button"
          className={`${buttonClass("quiet", "small")} justify-self-start`}
          onClick={remove}
        >
          {texts["condition.remove"]}
        </button>
      )}
    </div>
  );
}
