"use client";

import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { EntryChange } from "./entry-change";
import { EntryMessage } from "./entry-message";
import type { ToldDay, ToldEntry, ToldHistory } from "./told";

/** `form`: for the entry that is being edited. */
type Props = { told: ToldHistory; order: ReactNode; form?: ReactNode };

/**
 * Draws a history in the browser from what the server has told of it, so that a page carries its words and no
 * elements.
 */
export function HistoryList({ told, order, form }: Props) {
  const { title, stamp, shows, newestFirst, parts, empty } = told;
  const end = <span id="latest" />;
  return (
    <section aria-labelledby="history" data-stamp={stamp}>
      <div className="history-head">
        <h2 id="history">{title}</h2>
        <div>
          <nav aria-label={shows.label}>
            {shows.choices.map(({ label, href, isCurrent }) => (
              <a
                key={href}
                href={href}
                aria-current={isCurrent || undefined}
                className={buttonClass("quiet", "small")}
              >
                {label}
              </a>
            ))}
          </nav>
          {order}
        </div>
      </div>
      {newestFirst && end}
      {parts.map(part =>
        "more" in part ? (
          <p key={part.href} className="history-more">
            <a href={part.href} className={buttonClass("secondary", "small")}>
              {part.more}
            </a>
          </p>
        ) : (
          <Day key={part.entries[0]?.id} day={part} told={told} form={form} />
        ),
      )}
      {empty && <p className="history-empty">{empty}</p>}
      {!newestFirst && end}
    </section>
  );
}

type DayProps = { day: ToldDay; told: ToldHistory; form: ReactNode };

function Day({ day: { at, near, day, entries }, told, form }: DayProps) {
  return (
    <div className="day">
      <h3>
        <time dateTime={at} lang={told.language}>
          {near && <span>{near} · </span>}
          {day}
        </time>
      </h3>
      <ol>
        {entries.map(entry => (
          <li
            key={entry.id}
            id={`entry-${entry.id}`}
            className={"by" in entry || entry.corrections ? "entry" : "entry change"}
          >
            <Entry entry={entry} told={told} form={form} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry, told, form }: Omit<DayProps, "day"> & { entry: ToldEntry }) {
  return "by" in entry ? (
    <EntryMessage entry={entry} told={told} form={entry.edit === "open" ? form : undefined} />
  ) : (
    <EntryChange entry={entry} told={told} />
  );
}
