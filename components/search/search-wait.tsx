import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Translator } from "@/lib/messages/translate";

/** Instead of what was found, when somebody has searched more often than the desk allows. */
export function SearchWait({ t, wait, again }: { t: Translator; wait: string; again: string }) {
  return (
    <EmptyState
      icon="search"
      title={t("search.wait")}
      action={<ButtonLink href={again}>{t("search.wait.again")}</ButtonLink>}
    >
      {t("search.wait.text", { wait })}
    </EmptyState>
  );
}
