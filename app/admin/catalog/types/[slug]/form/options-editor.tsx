"use client";

import { type ComponentProps, useContext } from "react";
import { ChoicesEditor } from "@/components/catalog/choices-editor";
import { Pick } from "@/components/form/line";
import { fill } from "@/components/messages/browser-texts";
import { offeredOptions } from "@/lib/catalog/choices";
import type { Field } from "@/lib/catalog/fields";
import { listIn } from "@/lib/catalog/shared-lists";
import type { Properties } from "./drafting";
import { ListsContext, useBuilderTexts } from "./words";

type Props = {
  field: Extract<Field, { options: unknown }>;
  published: readonly string[];
  error: string | undefined;
  change: (properties: Properties) => void;
  name: ComponentProps<typeof ChoicesEditor>["name"];
};

const own = "";
const mostNamed = 12;

/** The choices of a question, or the shared list that it offers instead. */
export function OptionsEditor({ field, published, error, change, name }: Props) {
  const texts = useBuilderTexts();
  const lists = useContext(ListsContext);
  const { list } = field;
  const offered = Object.entries(lists).filter(([slug, { isArchived }]) => !isArchived || slug === list);
  const isUnknown = list !== undefined && !listIn(lists, list);
  return (
    <>
      {(offered.length > 0 || list !== undefined) && (
        <Pick
          label={texts["property.list"]}
          value={list ?? own}
          error={list === undefined ? undefined : error}
          options={[
            { value: own, label: texts["list.own"] },
            ...offered.map(([slug, one]) => ({
              value: slug,
              label: fill(texts["list.shared"], { name: one.name }),
            })),
            ...(isUnknown ? [{ value: list, label: list }] : []),
          ]}
          // What a list has offered can go on as choices of the question.
          change={slug =>
            change({ list: slug || undefined, options: listIn(lists, slug)?.options ?? field.options })
          }
        />
      )}
      {list === undefined ? (
        <ChoicesEditor
          texts={texts}
          options={field.options}
          published={published}
          error={error}
          change={options => change({ options })}
          name={name}
        />
      ) : (
        <Offers field={field} list={list} name={listIn(lists, list)?.name ?? list} />
      )}
    </>
  );
}

function Offers({ field, list, name }: { field: Props["field"]; list: string; name: string }) {
  const texts = useBuilderTexts();
  const labels = offeredOptions(field).map(({ label }) => label);
  const choices = `${labels.slice(0, mostNamed).join(", ")}${labels.length > mostNamed ? ", …" : ""}`;
  return (
    <p className="text-ink-soft text-sm" dir="auto">
      {fill(texts["list.offers"], { choices })}{" "}
      <a href={`/admin/lists/${list}`}>{fill(texts["list.edit"], { name })}</a>
    </p>
  );
}
