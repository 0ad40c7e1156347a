import { type ChangeEvent, type KeyboardEvent, useState } from "react";
import { useFetchedRows } from "./fetched-rows";

type Wishes<Row> = {
  /** What the field holds at first. */
  given: string;
  /** Where the rows for what is typed are asked for; empty where nothing is asked yet. */
  addressOf: (words: string) => string;
  /** What a picked row leaves in the field. */
  textOf: (row: Row) => string;
  whenPicked?: (row: Row) => void;
  whenTyped?: () => unknown;
};

/** A text that is completed by fetched rows: a combobox with list autocomplete (ARIA APG), whose field keeps the focus. */
export function useCompletion<Row>({ given, addressOf, textOf, whenPicked, whenTyped }: Wishes<Row>) {
  const [text, type] = useState(given);
  const [isOpen, open] = useState(false);
  const [place, choose] = useState(-1);
  const words = isOpen ? text.trim() : "";
  const rows = useFetchedRows<Row>(words && addressOf(words));
  const isShown = isOpen && rows.length > 0;
  const chosen = Math.min(place, rows.length - 1);

  function pick(row: Row) {
    type(textOf(row));
    open(false);
    whenPicked?.(row);
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rows[chosen];
    const places = rows.length + 1;
    if (step && !isOpen) open(true);
    // One place of the circle is what was typed, which Enter sends.
    else if (step && isShown) choose(((chosen + 1 + step + places) % places) - 1);
    else if (event.key === "Enter" && isShown && row && !event.nativeEvent.isComposing) pick(row);
    else if (event.key === "Escape" && isShown) open(false);
    else return;
    event.preventDefault();
  }

  const field = {
    value: text,
    onChange({ target }: ChangeEvent<HTMLInputElement>) {
      type(target.value);
      whenTyped?.();
      choose(-1);
      open(true);
    },
    onBlur: () => open(false),
    onKeyDown: press,
  };
  return { rows, isShown, chosen, pick, field };
}
