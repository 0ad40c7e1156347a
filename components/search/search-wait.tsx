import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Instead of what was found, when somebody has searched more often than the desk allows. */
export function SearchWait({ wait, again }: { wait: string; again: string }) {
  return (
    <EmptyState
      icon="search"
      title="Please wait a moment"
      action={<ButtonLink href={again}>Search again</ButtonLink>}
    >
      Those were many searches in a short time. In {wait} this search works again; nothing of it is lost.
    </EmptyState>
  );
}
