"use client";

import { useField } from "@/components/form/form-context";

export type ToldWays = { name: string; label: string; chosen: string[] };

type Props = { caption: string; topic: string; ways: { value: string; label: string }[]; rows: ToldWays[] };

/** A row for each topic, a column for each way. Without a tick in its row, one hears nothing of a topic. */
export function WaysTable({ caption, topic, ways, rows }: Props) {
  return (
    <table className="ways-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{topic}</th>
          {ways.map(({ value, label }) => (
            <th key={value} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <WaysRow key={row.name} {...row} ways={ways} />
        ))}
      </tbody>
    </table>
  );
}

function WaysRow({ name, label, chosen, ways }: ToldWays & Pick<Props, "ways">) {
  const { id, typed } = useField(name);
  const ticked = typed === undefined ? chosen : [typed].flat();
  return (
    <tr>
      <th scope="row" id={id}>
        {label}
      </th>
      {ways.map(({ value, label: way }) => (
        <td key={value}>
          <label>
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              aria-label={`${label}: ${way}`}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}
