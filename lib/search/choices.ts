import { statuses, statusNames } from "../requests/lifecycle";
import { type Column, columnNames, columns, fixedColumns } from "./columns";
import { isNarrowed, orderAfterClick, orderOf, toQueryString, type View } from "./input";

type Choice = { value: string; label: string };

const phases: Choice[] = [
  { value: "open", label: "All open" },
  { value: "closed", label: "Resolved or closed" },
  { value: "all", label: "Any status" },
];
const statusChoices = [
  ...phases,
  ...statusNames.map(value => ({ value, label: statuses[value].customerLabel })),
];
const whoseChoices: Choice[] = [
  { value: "both", label: "Mine and shared" },
  { value: "mine", label: "Raised by me" },
  { value: "shared", label: "Shared with me" },
];

const words: Partial<Record<Column, { asc: string; desc: string }>> = {
  reference: { asc: "lowest first", desc: "highest first" },
  status: { asc: "waiting for you first", desc: "closed first" },
  raised: { asc: "oldest first", desc: "newest first" },
  activity: { asc: "oldest first", desc: "newest first" },
};
const orderChoices = columnNames.flatMap(name =>
  (["asc", "desc"] as const).map(direction => ({
    value: `${name}.${direction}`,
    label: `${columns[name].label}, ${(words[name] ?? { asc: "A to Z", desc: "Z to A" })[direction]}`,
  })),
);

/** What a list can be searched, filtered and sorted by, as it stands now; `types` are those that occur in it. */
export function choicesOf(view: View, types: Choice[]) {
  const { show, type, whose, order, columns: shown } = view;
  const usual = view.words === "" ? "Usual order" : "Best match first";
  return {
    words: view.words,
    selects: [
      { name: "show", label: "Status", value: show, choices: statusChoices },
      ...(types.length > 1 || type !== ""
        ? [
            {
              name: "type",
              label: "Type",
              value: type,
              choices: [{ value: "", label: "Any type" }, ...types],
            },
          ]
        : []),
      { name: "whose", label: "Whose", value: whose, choices: whoseChoices },
      {
        name: "sort",
        label: "Order",
        value: order && order.by !== "match" ? `${order.by}.${order.direction}` : "",
        choices: [{ value: "", label: usual }, ...orderChoices],
      },
    ],
    columns: columnNames.map(value => ({
      value,
      label: columns[value].label,
      isShown: shown.includes(value),
      isFixed: fixedColumns.includes(value),
    })),
    active: [
      type !== "",
      whose !== "both",
      order !== null,
      isNarrowed({ ...view, words: "", type: "", whose: "both" }),
    ].filter(Boolean).length,
  };
}

/** The heads of the columns shown, each leading to the list in its order. */
export function headingsOf(view: View) {
  const { by, direction } = orderOf(view);
  return view.columns.map(column => ({
    column,
    label: columns[column].label,
    href: `/requests?${toQueryString(view, { order: orderAfterClick(view, column) })}`,
    sorted: by === column ? (direction === "asc" ? ("ascending" as const) : ("descending" as const)) : null,
  }));
}
