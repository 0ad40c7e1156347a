"use client";

import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { htmlOf } from "@/components/ui/html-of";
import { Written } from "@/components/ui/written";
import { EntryChange } from "./entry-change";
import { EntryMessage } from "./entry-message";
import { entryOf, factsOf, type ToldDay, type ToldEntry, type ToldHistory } from "./told";

/** `form`: for the entry that is being edited. */
type Props = { told: ToldHistory; order: ReactNode; form?: ReactNode };

/**
 * Draws a history in the browser from what the server has told of it, so that a page carries its words and no
 * elements.
 */
export function HistoryList({ told, order, form }: Props) {
  const { title, stamp, path, show, shows, newestFirst, parts, empty } = told;
  const end = <span id="latest" />;
  const choice = (which: typeof show, href: string) => (
    <a
      href={href}
      data-load="soft"
      aria-current={which === show || undefined}
      className={buttonClass("quiet", "small")}
    >
      {shows[which]}
    </a>
  );
  return (
    <section aria-labelledby="history" data-stamp={stamp}>
      <div className="history-head">
        <h2 id="history">{title}</h2>
        <div>
          <nav aria-label={shows.label}>
            {choice("all", `${path}#history`)}
            {choice("comments", `${path}?history=comments#history`)}
          </nav>
          {order}
        </div>
      </div>
      {newestFirst && end}
      {parts.map(part =>
        "more" in part ? (
          <p key={part.href} className="history-more">
            <a href={part.href} data-load="soft" className={buttonClass("secondary", "small")}>
              {part.more}
            </a>
          </p>
        ) : (
          <Day key={part.at} day={part} told={told} form={form} />
        ),
      )}
      {empty && <p className="history-empty">{empty}</p>}
      {!newestFirst && end}
    </section>
  );
}

type DayProps = { day: ToldDay; told: ToldHistory; form: ReactNode };

function Day({ day, told, form }: DayProps) {
  const { at, near, date, entries } = day;
  return (
    <div className="day">
      <h3>
        <time dateTime={at} lang={told.language}>
          {near && <span>{near} · </span>}
          {date}
        </time>
      </h3>
      <ol>
        {entries.map(one => {
          const entry = entryOf(one);
          const item = {
            id: `entry-${factsOf(entry).id}`,
            className: !("icon" in entry) || entry.corrections ? "entry" : "entry change",
          };
          const drawn = drawEntry({ entry, day, told, form });
          return hasElements(entry) ? (
            <li key={item.id} {...item}>
              {drawn}
            </li>
          ) : (
            <Written key={item.id} as="li" {...item} html={htmlOf(drawn)} />
          );
        })}
      </ol>
    </div>
  );
}

/** Whether parts of it come drawn by the server, or have a state. */
const hasElements = (entry: ToldEntry) =>
  "icon" in entry ? entry.corrections : entry.request || entry.edited || isEdited(entry);

const isEdited = (entry: ToldEntry) => factsOf(entry).edit === "open";

function drawEntry({ entry, form, ...shared }: DayProps & { entry: ToldEntry }) {
  return "icon" in entry ? (
    <EntryChange entry={entry} {...shared} />
  ) : (
    <EntryMessage entry={entry} form={isEdited(entry) ? form : undefined} {...shared} />
  );
}
