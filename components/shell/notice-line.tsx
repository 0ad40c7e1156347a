import clsx from "clsx";
import { SupportBadge } from "@/components/ui/support-badge";
import type { NoticeRow } from "@/lib/bell/notices";
import { sayRich } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; notice: Pick<NoticeRow, "told" | "typeSlug" | "isSupport" | "isUnread"> };

/** Who did what, in a sentence. */
export function NoticeLine({ t, notice: { told, typeSlug, isSupport, isUnread } }: Props) {
  return sayRich(t.ofType(typeSlug), told, {
    who: name => (
      <>
        <bdi className={clsx(isUnread && "font-semibold")}>{name}</bdi>
        {isSupport && (
          <>
            {" "}
            <SupportBadge label={t("shell.support")} />
          </>
        )}
      </>
    ),
  });
}
