import clsx from "clsx";
import type { Translator } from "@/lib/messages/translate";
import type { Heading } from "@/lib/search/choices";
import { SortLink } from "./sort-link";

type Props = { t: Translator; headings: Heading[]; className: string; cell: string; link: string };

/** Browsers drop a table's roles where it is laid out as cards, so they are written out. */
export const as = (role: string) => ({ role });

export function ListHead({ t, headings, className, cell, link }: Props) {
  return (
    <thead {...as("rowgroup")} className={className}>
      <tr {...as("row")} className="border-line border-b bg-sunken/50">
        {headings.map(heading => (
          <th
            key={heading.column}
            {...as("columnheader")}
            scope="col"
            aria-sort={heading.sorted ?? undefined}
            className={clsx("px-3", cell)}
          >
            <SortLink heading={heading} label={t(heading.label)} className={link} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
