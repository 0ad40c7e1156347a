import type { ToldRow } from "@/components/search/told-row";
import { TimeAsTold } from "@/components/ui/time-as-told";
import type { TextsBeside } from "./tell-beside";

type Row = { href: string; isOpen: boolean; isUnread: boolean; hasLeft: boolean; texts: TextsBeside };

/** Reference and age, summary, and who waits for whom. */
export function drawRow(row: ToldRow, { href, isOpen, isUnread, hasLeft, texts }: Row) {
  const { language } = texts;
  return (
    <li key={href}>
      <a href={href} aria-current={isOpen ? "page" : undefined}>
        <span>
          <span className="tabular-nums">{row.reference}</span>
          {row.raised && <TimeAsTold time={row.raised} language={language} />}
        </span>
        <b className={isUnread ? "unread" : undefined}>
          {isUnread && <span className="sr-only">{`${texts.unread} `}</span>}
          <bdi>{row.summary}</bdi>
        </b>
        <span>
          <bdi>{row.requester}</bdi>
          {hasLeft ? <i>{texts.hasLeft}</i> : drawWait(row, texts)}
        </span>
      </a>
    </li>
  );
}

function drawWait({ snoozed, waiting, isCustomersTurn }: ToldRow, { language, ...texts }: TextsBeside) {
  if (snoozed)
    return (
      <span>
        {texts.snoozedUntil} <TimeAsTold time={snoozed} language={language} />
      </span>
    );
  if (isCustomersTurn) return <span>{texts.customersTurn}</span>;
  return waiting && <span>{texts.ourTurn}</span>;
}
