import type { ToldTags } from "@/components/tags/told-tags";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { Translator } from "@/lib/messages/translate";
import { maxTagName } from "@/lib/tags/input";

export function tellTags({ tags, tagChoices }: DeskPage, t: Translator): ToldTags {
  const has = new Set(tags.map(({ slug }) => slug));
  return {
    title: t("tags.title"),
    none: t("tags.request.none"),
    tags,
    remove: t("tags.request.remove", { name: "{name}" }),
    offered: tagChoices.filter(({ slug }) => !has.has(slug)),
    add: {
      label: t("tags.request.add"),
      placeholder: t("tags.request.add.hint"),
      button: t("tags.request.add.button"),
      working: t("tags.saving"),
      maxLength: maxTagName,
    },
    create: t("tags.request.create", { name: "{name}" }),
    isNew: t("tags.request.is_new"),
  };
}
