import type { Translator } from "@/lib/messages/translate";
import type { TagChoices } from "@/lib/search/queue-choices";
import type { ToldTagFilter } from "./tag-filter";

export function tellTagFilter(
  t: Translator,
  { with: any, without, prefix, tags }: TagChoices,
): ToldTagFilter {
  const count = any.length + without.length;
  return {
    label: count > 0 ? t("queue.tags.chosen", { count }) : t("queue.tags"),
    groups: [
      { name: "tag", prefix: "", label: t("queue.tags.any"), chosen: any },
      { name: "not", prefix, label: t("queue.tags.none"), chosen: without },
    ],
    tags: tags.map(({ slug, name, colour }) => ({ slug, name, colour })),
    apply: t("search.filters.apply"),
  };
}
