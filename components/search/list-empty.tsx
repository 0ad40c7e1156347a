import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { IconName } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";

/** The search took too long; past the last row; nothing found yet, nothing at all; none waits for the reader; none of this kind; none whatsoever. */
type Reason = "given_up" | "end" | "stopped" | "not_found" | "waiting" | "phase" | "none";

type Props = {
  t: Translator;
  reason: Reason;
  show: string;
  /** The same list from its top, and all requests without words and filters. */
  top: string;
  cleared: string;
  /** Where a search that has stopped goes on. */
  next?: string | null;
};

const icons: Record<Reason, IconName> = {
  stopped: "search",
  given_up: "search",
  end: "inbox",
  not_found: "search",
  waiting: "circle-check",
  phase: "inbox",
  none: "inbox",
};

const actions = {
  stopped: "search.pages.search_on",
  given_up: "search.empty.clear",
  end: "search.pages.first",
  not_found: "search.empty.clear",
  waiting: "search.title.all",
  phase: "search.title.all",
  none: "search.raise",
} as const;

export function ListEmpty({ t, reason, show, top, cleared, next }: Props) {
  const ways: Partial<Record<Reason, string | null | undefined>> = { stopped: next, end: top, none: "/" };
  const href = reason in ways ? ways[reason] : cleared;
  return (
    <EmptyState
      icon={icons[reason]}
      title={t(`search.empty.${reason}`)}
      action={href && <ButtonLink href={href}>{t(actions[reason])}</ButtonLink>}
    >
      {t(`search.empty.${reason}.text`, { show })}
    </EmptyState>
  );
}
