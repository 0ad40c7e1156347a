import type { TabCounts } from "@/components/search/row-changes";
import type { Translator } from "@/lib/messages/translate";
import { savedViewPath } from "@/lib/saved-views/paths";
import type { SavedView } from "@/lib/saved-views/read";
import { hrefOfTab, isCurrentTab, queueTabs, type QueueTab as TabName } from "@/lib/search/desk-list";
import type { QueueCounts } from "@/lib/search/queue-counts";
import type { View } from "@/lib/search/view";
import type { QueueTab } from "./queue-tabs";

const names = Object.keys(queueTabs) as TabName[];
// No built-in tab has a colon.
const nameOf = ({ slug }: SavedView) => `view:${slug}`;

/** Without those that are not for this agent. */
export function tellTabs(
  t: Translator,
  view: View,
  { counts, views, saved }: { counts: QueueCounts; views: SavedView[]; saved: SavedView | null },
): QueueTab[] {
  const builtIn = names
    .filter(name => counts[name] !== null)
    .map(name => ({
      ...{ name, label: t(`queue.tab.${name}`), href: hrefOfTab(name, view) },
      ...(isCurrentTab(name, view) && { current: true }),
      count: counts[name] ?? undefined,
    }));
  const own = views.map((one, place) => ({
    ...{ name: nameOf(one), label: one.name, href: savedViewPath(one.slug) },
    ...(one.id === saved?.id && { current: true }),
    count: counts.saved[place] ?? undefined,
  }));
  return [...builtIn, ...own];
}

/** Whether it is a tab of the desk's own. */
export const isOnTab = (view: View, counts: QueueCounts): boolean =>
  names.some(name => counts[name] !== null && isCurrentTab(name, view));

export const countsOf = (counts: QueueCounts, views: SavedView[]): TabCounts => ({
  ...Object.fromEntries(names.map(name => [name, counts[name]])),
  ...Object.fromEntries(views.map((one, place) => [nameOf(one), counts.saved[place] ?? null])),
});
