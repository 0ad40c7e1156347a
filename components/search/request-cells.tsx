import type { ReactNode } from "react";
import { StatusBadge } from "@/components/requests/status-badge";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { TimeAsTold } from "@/components/ui/time-as-told";
import type { ToldTime } from "@/components/ui/told-time";
import type { Column } from "@/lib/search/columns";
import type { ToldRow, ToldTable, Words } from "./told-row";

const none = "–";

type Draw = (row: ToldRow, table: ToldTable) => ReactNode;

/** Draws the cells that only agents have; `labels` stand below the summary. */
export type DeskCells = { priority: Draw; tags: Draw; snoozed: Draw; sleep: Draw; labels: Draw };

/** What a column shows of a row. */
export function cellOf(
  row: ToldRow,
  column: Column,
  href: string,
  table: ToldTable,
  desk?: DeskCells,
): ReactNode {
  const { words } = table;
  switch (column) {
    case "reference":
      // By keyboard a row is one stop: its summary leads to the same page.
      return (
        <a href={href} tabIndex={-1}>
          {drawWords(row.reference)}
        </a>
      );
    case "summary":
      return drawSummary(row, href, table, desk?.labels(row, table));
    case "requester":
      return (
        <>
          <bdi>{row.requester}</bdi>
          {row.isShared && <span className="faint">{` · ${words.shared}`}</span>}
        </>
      );
    case "type":
      return row.type;
    case "status":
      return drawStatus(row);
    case "priority":
    case "tags":
    case "snoozed":
      return desk?.[column](row, table);
    case "resolution":
      return row.resolution ?? none;
    case "assignee":
      return drawAssignee(row, table);
    case "team":
      return row.team ?? none;
    case "waiting":
      if (row.snoozed) return desk?.sleep(row, table);
      return drawTime(row.waiting, table) ?? (row.isCustomersTurn ? words.customersTurn : none);
    default:
      return drawTime(row[column], table);
  }
}

function drawSummary(row: ToldRow, href: string, { heads, words }: ToldTable, labels?: ReactNode) {
  const isBelow = (name: Column) => row[name] && heads.every(({ column }) => column !== name);
  const [before, after] = words.sharedBy.split("{name}");
  return (
    <>
      <a href={href} className={row.isUnread ? "unread" : undefined}>
        {row.isUnread && <span className="sr-only">{`${words.unread} `}</span>}
        <bdi>{drawWords(row.summary)}</bdi>
      </a>
      {(labels || isBelow("type") || row.lastWords) && (
        <p className="type">
          {labels}
          {isBelow("type") && row.type}
          {isBelow("type") && row.lastWords && " · "}
          {row.lastWords && <bdi>{row.lastWords}</bdi>}
        </p>
      )}
      {row.snippet && (
        <p className="snippet">
          <span className="faint">{`${row.snippet[0]} `}</span>
          <bdi>{drawWords(row.snippet[1])}</bdi>
        </p>
      )}
      {row.sharedBy && (
        <p className="shared">
          <Icon name="users" className="size-3.5" />
          {before}
          <bdi>{row.sharedBy}</bdi>
          {after}
        </p>
      )}
      {isBelow("status") && <p className="status">{drawStatus(row)}</p>}
    </>
  );
}

const drawStatus = ({ status, statusLabel = "" }: ToldRow) =>
  status && StatusBadge({ status, label: statusLabel });

export const drawTime = (time: ToldTime | undefined, { language }: ToldTable) =>
  time && TimeAsTold({ time, language });

const drawAssignee = ({ assignee }: ToldRow, { words }: ToldTable) =>
  assignee ? (
    <span className="person">
      {Avatar({ name: assignee, side: "support", size: "small" })}
      <bdi>{assignee}</bdi>
    </span>
  ) : (
    <span className="faint">{words.unassigned}</span>
  );

const drawWords = (words: Words): ReactNode =>
  typeof words === "string"
    ? words
    : words.map((text, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are one text and never change places
        place % 2 ? <mark key={place}>{text}</mark> : text,
      );
