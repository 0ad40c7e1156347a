import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = {
  /** The search took too long; past the last row; nothing found yet, nothing at all; none of this kind; none whatsoever. */
  reason: "given-up" | "end" | "stopped" | "nothing-found" | "phase" | "none";
  show: string;
  /** The same list from its top, and all requests without words and filters. */
  top: string;
  cleared: string;
  /** Where a search that has stopped goes on. */
  next?: string | null;
};

export function ListEmpty({ reason, show, top, cleared, next }: Props) {
  if (reason === "stopped")
    return (
      <EmptyState
        icon="search"
        title="Nothing found so far"
        action={next && <ButtonLink href={next}>Search on</ButtonLink>}
      >
        Only a part of your requests was searched, beginning with the latest.
      </EmptyState>
    );
  if (reason === "given-up")
    return (
      <EmptyState
        icon="search"
        title="This search took too long"
        action={<ButtonLink href={cleared}>Clear search and filters</ButtonLink>}
      >
        It was stopped, so nothing is shown. Search for fewer words, or only among open requests.
      </EmptyState>
    );
  if (reason === "end")
    return (
      <EmptyState
        icon="inbox"
        title="That is all"
        action={<ButtonLink href={top}>Back to the first</ButtonLink>}
      >
        This list has no more requests.
      </EmptyState>
    );
  if (reason === "nothing-found")
    return (
      <EmptyState
        icon="search"
        title="Nothing found"
        action={<ButtonLink href={cleared}>Clear search and filters</ButtonLink>}
      >
        None of your requests fits. Try fewer or shorter words, or another status.
      </EmptyState>
    );
  if (reason === "phase")
    return (
      <EmptyState
        icon="inbox"
        title="Nothing here"
        action={<ButtonLink href={cleared}>All requests</ButtonLink>}
      >
        {show === "open"
          ? "No open requests. They appear here with their latest status."
          : "What has been resolved or closed is kept here."}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="inbox"
      title="Nothing here yet"
      action={<ButtonLink href="/">Raise a request</ButtonLink>}
    >
      You have not raised a request yet. Your requests appear here with their latest status.
    </EmptyState>
  );
}
