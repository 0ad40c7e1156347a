import { faceOf } from "@/components/ui/avatar";
import { clockTime, dayNumber, nearDay, weekDay } from "@/components/ui/relative-time";
import { tellTime } from "@/components/ui/told-time";
import type { Translator } from "@/lib/messages/translate";
import type { FirstMessage } from "@/lib/requests/first-message";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { EntryRequest } from "./entry-request";
import type { Drawn, Piece } from "./sentence";
import { tellChange, tellCorrection } from "./tell-change";
import { tellNote, tellRest, tellWords } from "./tell-message";
import { type Telling, tellPieces, unseen } from "./telling";
import { type Author, type EntryWords, momentOf, type ToldDay, type ToldEntry } from "./told";

type Entry = TimelineEntry | FirstMessage;

/** Most messages are nothing but words. */
function shortOf(told: ToldEntry): ToldEntry | string {
  const { facts, html, ...more } = { html: undefined, ...told };
  return html === undefined || Object.keys(more).length > 0 ? told : `${facts}\n${html}`;
}

/** Where the time of an entry goes. */
const here: Drawn = { unseen: "" };

/** Tells entries day by day, as the reader's own calendar has them, and collects who wrote them. */
export class DayTeller {
  readonly authors: Author[] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly telling: Telling) {}

  days(entries: Entry[]): ToldDay[] {
    const { clock, view } = this.telling;
    const days: ToldDay[] = [];
    let current: number | null = null;
    for (const entry of entries) {
      // The lists for customers hold no notes; should one ever slip in, it still is not shown.
      if (entry.kind === "note" && view !== "agent") continue;
      const number = dayNumber(new Date(entry.at), clock);
      const day = (number === current && days.at(-1)) || this.day(entry.at);
      day.entries.push(shortOf(this.entry(entry, day)));
      if (number !== current) days.push(day);
      current = number;
    }
    return days;
  }

  words(): EntryWords {
    const { t } = this.telling;
    const link = tellPieces(t, "requests.entry.link", { time: here, unseen });
    const place = link.indexOf(here);
    return { link: [link.slice(0, place), link.slice(place + 1)], edit: t("requests.edit") };
  }

  private day(at: string): ToldDay {
    const { clock } = this.telling;
    const moment = new Date(at);
    const near = nearDay(moment, clock);
    const [, exact = "", text = ""] = tellTime(moment, clock, clockTime).split("|");
    const place = exact.indexOf(text);
    return {
      at,
      ...(near && { near }),
      date: weekDay(moment, clock),
      exact: [exact.slice(0, place), exact.slice(place + text.length)],
      entries: [],
    };
  }

  private entry(entry: Entry, day: ToldDay): ToldEntry {
    const { telling } = this;
    const [at = "", exact, text = ""] = tellTime(entry.at, telling.clock, clockTime).split("|");
    const facts = `${entry.id}|${momentOf(at, day)}|${text}`;
    const told = { facts, ...(exact !== day.exact.join(text) && { exact }) };
    switch (entry.kind) {
      case "change":
        return { ...told, ...tellChange(entry, telling.t) };
      case "correction":
        return { ...told, ...tellCorrection(entry, telling.t) };
      case "request":
        return {
          ...told,
          facts: this.by(facts, entry),
          request: <EntryRequest entry={entry} telling={telling} />,
        };
      case "note":
        return { ...told, facts: this.by(facts, entry), ...tellNote(entry, telling) };
      case "comment":
        return {
          ...told,
          facts: this.by(facts, entry, entry.editing && (entry.editing.isAsked ? "open" : "offered")),
          ...tellWords(entry, telling),
          ...tellRest(entry, telling),
        };
    }
  }

  /** The rest of what `factsOf` reads. */
  private by(facts: string, entry: Entry, edit = ""): string {
    return `${facts}|${this.author(entry)}|${edit}`;
  }

  /** The author's place in the list. */
  private author(entry: Entry): number {
    const { actor, mine, kind } = entry;
    const key = JSON.stringify([actor, mine, kind === "note", kind === "request"]);
    const place = this.places.get(key) ?? this.authors.length;
    if (place === this.authors.length) this.authors.push(tellAuthor(entry, this.telling));
    this.places.set(key, place);
    return place;
  }
}

function tellAuthor(entry: Entry, { t, view }: Telling): Author {
  const { actor, kind } = entry;
  const name = actor.name ?? t("history.desk");
  const side = actor.side === "customer" ? "customer" : "support";
  const author = {
    said: tellSaid(entry, name, t),
    face: faceOf(name, side),
    look: side,
  } as const;
  if (kind === "note") return { ...author, look: "note", side: t("requests.entry.internal") };
  if (side === "support") return { ...author, side: t("shell.support") };
  return view === "agent" ? { ...author, side: t("requests.entry.of_customer") } : author;
}

function tellSaid(entry: Entry, name: string, t: Translator): Piece[] {
  const who = (inside: Piece[]): Drawn => ({ who: inside.join("") });
  const by = entry.mine ? "you" : "other";
  if (entry.kind !== "request") return tellPieces(t, "requests.entry.author", { by, name, who });
  const { raisedBy } = entry;
  return raisedBy === undefined
    ? tellPieces(t, "requests.entry.raised", { by, name, who })
    : tellPieces(t, "requests.entry.raised_for", { by, name, who, agent: { person: raisedBy } });
}
