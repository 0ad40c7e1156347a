import { tellUntil } from "@/components/desk/tell-until";
import { ownLanguage, tellTime } from "@/components/ui/told-time";
import type { Clock } from "@/lib/clock";
import type { Translator } from "@/lib/messages/translate";
import { priorityCode, resolutionCode, statusCode } from "@/lib/requests/labels";
import { type Priority, priorityNames } from "@/lib/requests/priorities";
import type { RequestView } from "@/lib/requests/view";
import type { Heading } from "@/lib/search/choices";
import type { Column } from "@/lib/search/columns";
import type { FoundRow } from "@/lib/search/list";
import type { Stretch } from "@/lib/search/marks";
import type { QueueRow } from "@/lib/search/queue";
import type { Snippet } from "@/lib/search/snippets";
import type { TagChoice } from "@/lib/tags/read";
import { packRows, type ToPack } from "./packed-rows";
import { present } from "./present";
import type { ToldHead, ToldRow, ToldTable, Words } from "./told-row";

type OnlyOwn = "isShared";
type OnlyQueue =
  | "assigneeName"
  | "teamName"
  | "waitingSince"
  | "isOpen"
  | "lastWords"
  | "priority"
  | "tags"
  | "snoozedUntil";
type Row = Omit<FoundRow, OnlyOwn> & Partial<Pick<FoundRow, OnlyOwn> & Pick<QueueRow, OnlyQueue>>;

type Telling = { t: Translator; view: RequestView; clock: Clock };
type Listed = {
  caption: string;
  headings: Heading[];
  rows: Row[];
  picks?: ToldTable["picks"];
  tags?: TagChoice[];
};

/** The columns that are known on a card by their place. */
const placed: Record<RequestView, Column[]> = {
  customer: ["reference", "summary", "type", "status", "activity"],
  agent: ["reference", "summary", "requester", "status", "assignee", "waiting"],
};

export function tellTable(
  { caption, headings, rows, picks, tags = [] }: Listed,
  telling: Telling,
): ToldTable {
  const { t, view, clock } = telling;
  const shown = new Set(headings.map(({ column }) => column));
  return {
    view,
    caption,
    language: ownLanguage(clock, t),
    ...(picks && { picks }),
    heads: headings.map(heading => tellHead(heading, telling)),
    rows: packRows<ToldRow>(rows.map(row => tellRow(row, shown, telling))),
    words: {
      unread: t("search.unread"),
      shared: t("search.shared"),
      sharedBy: t("search.shared_by", { name: "{name}" }),
      unassigned: t("queue.unassigned"),
      customersTurn: t("queue.customers_turn"),
      ...(view === "agent" && {
        snoozedUntil: t("queue.snoozed_until"),
        hasLeft: t("queue.rows.left"),
        priorities: sayPriorities(t),
        tags: tagsIn(rows, tags),
      }),
    },
  };
}

function tagsIn(rows: Row[], tags: TagChoice[]): ToldTable["words"]["tags"] {
  const used = new Set(rows.flatMap(row => row.tags ?? []));
  return Object.fromEntries(
    tags.filter(({ slug }) => used.has(slug)).map(({ slug, name, colour }) => [slug, [name, colour]]),
  );
}

const sayPriorities = (t: Translator) =>
  Object.fromEntries(priorityNames.map(name => [name, t(priorityCode(name))])) as Record<Priority, string>;

function tellHead({ column, label, href, sorted }: Heading, { t, view }: Telling): ToldHead {
  const isPlaced = placed[view].includes(column);
  const inFront = isPlaced ? null : t("search.labelled", { label: t(label) });
  return present<ToldHead>({ column, label: t(label), inFront, href, sorted });
}

function tellRow(row: Row, shown: Set<Column>, { t, view, clock }: Telling): ToPack<ToldRow> {
  const isOwn = view === "customer";
  const ofType = t.ofType(row.typeSlug);
  const status = statusCode(row.status, view);
  // What waits for its reader says so even where no column does.
  const isStatusShown = shown.has("status") || (isOwn && row.status === "waiting_for_customer");
  const isRequesterShown = shown.has("requester");
  const isWaitingShown = shown.has("waiting");
  return {
    reference: row.referenceMarked ? wordsOf(row.referenceMarked) : row.reference,
    summary: row.summaryMarked ? wordsOf(row.summaryMarked) : row.summary,
    isUnread: row.isUnread,
    lastWords: row.lastWords,
    snippet: row.snippet && tellSnippet(row.snippet, t),
    type: (shown.has("type") || !isOwn) && ofType.named("type", row.typeName),
    status: isStatusShown && row.status,
    statusLabel: isStatusShown && ofType(status),
    // Most are normal, which only a column says.
    priority: (shown.has("priority") || row.priority !== "normal") && row.priority,
    tags: row.tags?.join("."),
    resolution: shown.has("resolution") && row.resolution && ofType(resolutionCode(row.resolution)),
    requester: isRequesterShown && row.requesterName,
    isShared: isRequesterShown && row.isShared,
    sharedBy: !isRequesterShown && row.isShared && row.requesterName,
    assignee: shown.has("assignee") && row.assigneeName,
    team: shown.has("team") && row.teamName,
    waiting: isWaitingShown && row.waitingSince && tellTime(row.waitingSince, clock),
    isCustomersTurn: isWaitingShown && row.isOpen && !row.waitingSince,
    snoozed:
      (isWaitingShown || shown.has("snoozed")) && row.snoozedUntil && tellUntil(row.snoozedUntil, clock),
    raised: shown.has("raised") && tellTime(row.createdAt, clock),
    activity: shown.has("activity") && tellTime(row.lastActivityAt, clock),
  };
}

function tellSnippet({ from, stretches }: Snippet, t: Translator): ToldRow["snippet"] {
  const label = typeof from === "string" ? t(`search.snippet.${from}`) : from.label;
  return [t("search.labelled", { label }), wordsOf(stretches)];
}

export function wordsOf(stretches: Stretch[]): Words {
  const words = [""];
  for (const { text, isHit } of stretches) {
    const isAtHit = words.length % 2 === 0;
    if (isHit === isAtHit) words[words.length - 1] += text;
    else words.push(text);
  }
  return words.length === 1 ? words.join("") : words;
}
