import { z } from "zod";
import type { Status } from "../generated/enums";
import { statuses, statusNames } from "../requests/lifecycle";
import { type Column, columnNames, columns, fixedColumns, type Order, usualColumns } from "./columns";

export type Show = "open" | "closed" | "all" | Status;
export type Whose = "both" | "mine" | "shared";

/** What a list shows, as its address says it. */
export type View = {
  words: string;
  show: Show;
  /** The slug of a request type; empty for all. */
  type: string;
  whose: Whose;
  /** Null for the order that is best: by match when words are searched, else by last activity. */
  order: Order | null;
  columns: Column[];
  /** Where the page begins; empty for the top. */
  after: string;
};

export const maxWords = 200;
const shows = ["open", "closed", "all", ...statusNames] as const;
const once = <S extends z.ZodType>(schema: S) =>
  z.preprocess(value => (Array.isArray(value) ? value[0] : value), schema);

const address = z.object({
  q: once(
    z
      .string()
      .transform(text => text.replaceAll("\0", " ").trim().slice(0, maxWords))
      .catch(""),
  ),
  show: once(z.enum(shows).optional().catch(undefined)),
  type: once(
    z
      .string()
      .regex(/^[a-z0-9-]{0,100}$/)
      .catch(""),
  ),
  whose: once(z.enum(["both", "mine", "shared"]).catch("both")),
  sort: once(
    z
      .templateLiteral([z.enum([...columnNames, "match"]), ".", z.enum(["asc", "desc"])])
      .nullable()
      .catch(null),
  ),
  columns: z.preprocess(
    value => [value].flat().join(",").split(","),
    z.array(z.string()).transform(named => {
      const known = columnNames.filter(name => named.includes(name));
      return known.length > 0
        ? columnNames.filter(name => known.includes(name) || fixedColumns.includes(name))
        : [...usualColumns];
    }),
  ),
  after: once(z.string().max(1_000).catch("")),
});

/** A list's address as a view. Whatever cannot be understood falls back to what the desk shows by default. */
export const listInput = address.transform(({ q, show, sort, ...rest }): View => {
  const [by, direction] = (sort?.split(".") ?? []) as [Order["by"]?, Order["direction"]?];
  const isUsable = by && direction && (by !== "match" || q !== "");
  return {
    words: q,
    // Whoever searches from anywhere else than a list means all of their requests.
    show: show ?? (q === "" ? "open" : "all"),
    order: isUsable ? { by, direction } : null,
    ...rest,
  };
});

/** What a search left out of what was typed, in a sentence; null where all of it was searched. */
export function tellLimit(typed: string | string[] | undefined, limit: number | null): string | null {
  if (limit !== null) return `Only the first ${limit} words were searched.`;
  const { length } = ([typed].flat()[0] ?? "").trim();
  return length > maxWords ? `Only the first ${maxWords} characters were searched.` : null;
}

/** The order that a view comes to. */
export function orderOf({ order, words }: Pick<View, "order" | "words">): Order {
  if (order && (order.by !== "match" || words !== "")) return order;
  return { by: words === "" ? "activity" : "match", direction: "desc" };
}

/** The query string of a view with these changes, at its top unless they say where; what is usual is left out. */
export function toQueryString(view: View, changes: Partial<View> = {}): string {
  const { words, show, type, whose, order, columns: chosen, after } = { ...view, after: "", ...changes };
  const query = new URLSearchParams({ show });
  if (words) query.set("q", words);
  if (type) query.set("type", type);
  if (whose !== "both") query.set("whose", whose);
  if (order) query.set("sort", `${order.by}.${order.direction}`);
  if (chosen.join() !== usualColumns.join()) query.set("columns", chosen.join());
  if (after) query.set("after", after);
  return query.toString();
}

/** A view from a query string, such as one that was kept. */
export function readView(query: string): View {
  const fields = new URLSearchParams(query);
  return listInput.parse(Object.fromEntries([...fields.keys()].map(name => [name, fields.getAll(name)])));
}

/** The order a click on a column's head leads to: its first way, or the other one if it stands that way already. */
export function orderAfterClick(view: View, column: Column): Order {
  const { by, direction } = orderOf(view);
  if (by !== column) return { by: column, direction: columns[column].first };
  return { by: column, direction: direction === "asc" ? "desc" : "asc" };
}

/** Whether anything narrows the list down beside the phase it shows. */
export function isNarrowed({ words, type, whose, show }: View): boolean {
  return words !== "" || type !== "" || whose !== "both" || !["open", "closed", "all"].includes(show);
}

/** What is kept as a person's usual list: a query string, or nothing for the desk's default. */
export const usualListInput = z.strictObject({
  list: z
    .string()
    .max(2_000)
    .transform(query => toQueryString(readView(query)))
    .optional(),
});
export type UsualListInput = z.output<typeof usualListInput>;

const titles: Partial<Record<Show, string>> = {
  open: "Open requests",
  closed: "Closed requests",
  all: "All requests",
};

/** What a list of these is called. */
export function titleOf(show: Show): string {
  return titles[show] ?? statuses[show as Status].customerLabel;
}
