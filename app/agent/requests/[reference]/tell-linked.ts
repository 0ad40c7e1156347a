import type { DeskPage } from "@/lib/desk/agent-view";
import { maxLinked } from "@/lib/desk/linked";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import { requestPath } from "@/lib/requests/view";
import type { ToldLinked } from "./linked-card";

/** Undefined where it is linked with none. */
export function tellLinked({ reference, linked }: DeskPage, t: Translator): ToldLinked | undefined {
  if (linked.length === 0) return undefined;
  return {
    title: t("linked.title"),
    rows: linked.slice(0, maxLinked).map(({ reference, how, summary, status, typeSlug }) => ({
      ...{ reference, summary, status, href: requestPath(reference, "agent") },
      how: t(`linked.how.${how}`),
      label: t.ofType(typeSlug)(statusCode(status, "agent")),
      remove: t("linked.remove", { reference }),
    })),
    ...(linked.length > maxLinked && {
      more: {
        shown: t("linked.more", { count: maxLinked }),
        all: t("linked.all"),
        href: `/agent?status=all&snoozed=any&linked=${reference}`,
      },
    }),
  };
}
