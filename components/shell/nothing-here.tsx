import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type Props = { href: string; label: string };

/** The same for what does not exist and for what the visitor may not see. */
export function NothingHere({ href, label }: Props) {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon="search"
        title="Page not found"
        action={
          <>
            <ButtonLink href={href} variant="primary">
              {label}
            </ButtonLink>
            <ButtonLink href="/">Raise a request</ButtonLink>
          </>
        }
      >
        This page does not exist, or you do not have access to it. If you followed a link, check that it is
        complete.
      </EmptyState>
    </>
  );
}
