import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = {
  /** Nobody waits; nothing fits the filters; nothing was found, or not yet; past the last row; the search took too long. */
  reason: "nobody" | "filter" | "not-found" | "stopped" | "end" | "given-up";
  /** The same list from its top, and where a search that has stopped goes on. */
  top: string;
  next: string | null;
};

const texts: Record<Props["reason"], { title: string; text: string }> = {
  nobody: {
    title: "Nobody is waiting",
    text: "Every request has been dealt with. New ones appear here.",
  },
  filter: { title: "Nothing fits this filter", text: "Try another status, or another assignee." },
  "not-found": {
    title: "Nothing found",
    text: "No request has all of these words. Try fewer or shorter ones, or fewer filters.",
  },
  stopped: {
    title: "Nothing found so far",
    text: "Only a part of the requests was looked through. The search can go on with the others.",
  },
  end: { title: "That is all", text: "This list has no more requests." },
  "given-up": {
    title: "This search took too long",
    text: "It was stopped, so nothing is shown. Search for fewer words, or filter the requests first.",
  },
};

export function QueueEmpty({ reason, top, next }: Props) {
  const { title, text } = texts[reason];
  const isSearch = reason === "not-found" || reason === "stopped" || reason === "given-up";
  return (
    <EmptyState
      icon={isSearch ? "search" : "inbox"}
      title={title}
      action={
        reason === "stopped" && next ? (
          <ButtonLink href={next}>Search on</ButtonLink>
        ) : reason === "end" ? (
          <ButtonLink href={top}>Back to the first</ButtonLink>
        ) : (
          reason !== "nobody" && <ButtonLink href="/agent">Show the whole queue</ButtonLink>
        )
      }
    >
      {text}
    </EmptyState>
  );
}
