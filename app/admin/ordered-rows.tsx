"use client";

import type { ReactNode } from "react";
import { fill } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { archiveFormId, orderFormId, type RowsTexts } from "./rows-texts";

type Row = { slug: string; name: string; mark?: ReactNode; about: string };
type Props = {
  texts: RowsTexts;
  /** The page of a row is this and its slug. */
  path: string;
  rows: Row[];
  /** Whether they can be moved, and whether others come before or behind those that are here. */
  canBeMoved?: boolean;
  isBehind?: boolean;
  hasMore?: boolean;
  /** What their other button does, if they have one. */
  turn?: "archive" | "restore";
};

/**
 * What admins keep in an order, with buttons that name the row to one form for all: as many forms as rows would weigh
 * more than the rows.
 */
export function OrderedRows({ texts, path, rows, canBeMoved = false, isBehind, hasMore, turn }: Props) {
  /** Stays enabled on the first and last row, where it does nothing: disabling it would drop the focus of whoever moved the row there by keyboard. */
  const move = (to: "earlier" | "later", { slug, name }: Row, isEnd: boolean) => {
    const label = fill(texts[to], { name });
    return (
      <button
        type="submit"
        form={orderFormId}
        name={to}
        value={slug}
        className={buttonClass("quiet", "small")}
        aria-label={label}
        title={label}
        aria-disabled={isEnd || undefined}
        onClick={event => isEnd && event.preventDefault()}
      >
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </button>
    );
  };
  return (
    <ul className="named-rows">
      {rows.map((row, index) => (
        <li key={row.slug}>
          <p>
            <a href={`${path}/${row.slug}`} dir="auto">
              {row.mark ?? row.name}
            </a>
            <span dir="auto">{row.about}</span>
          </p>
          {(canBeMoved || turn) && (
            <div>
              {canBeMoved && move("earlier", row, index === 0 && !isBehind)}
              {canBeMoved && move("later", row, index === rows.length - 1 && !hasMore)}
              {turn && (
                <button
                  type="submit"
                  form={archiveFormId}
                  name={turn}
                  value={row.slug}
                  className={buttonClass("quiet", "small")}
                  aria-label={fill(texts[`${turn}.named`], { name: row.name })}
                >
                  {texts[turn]}
                </button>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
