import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  /** Nobody waits, as far as this agent sees, who may have no team; nothing fits the filters; nothing was found, or not yet; past the last row; the search took too long. */
  reason: "nobody" | "nobody_of_teams" | "no_team" | "filter" | "not_found" | "stopped" | "end" | "given_up";
  /** The same list from its top, and where a search that has stopped goes on. */
  top: string;
  next: string | null;
};

export function QueueEmpty({ t, reason, top, next }: Props) {
  const isSearch = reason === "not_found" || reason === "stopped" || reason === "given_up";
  const isWhole = reason === "nobody" || reason === "nobody_of_teams" || reason === "no_team";
  return (
    <EmptyState
      icon={isSearch ? "search" : "inbox"}
      title={t(`queue.empty.${reason}`)}
      action={
        reason === "stopped" && next ? (
          <ButtonLink href={next}>{t("search.pages.search_on")}</ButtonLink>
        ) : reason === "end" ? (
          <ButtonLink href={top}>{t("search.pages.first")}</ButtonLink>
        ) : (
          !isWhole && <ButtonLink href="/agent">{t("queue.empty.show_all")}</ButtonLink>
        )
      }
    >
      {t(`queue.empty.${reason}.text`)}
    </EmptyState>
  );
}
