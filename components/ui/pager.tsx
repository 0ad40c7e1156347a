import type { Translator } from "@/lib/messages/translate";
import { ButtonLink } from "./button";
import { Icon } from "./icon";

type Props = {
  t: Translator;
  label: string;
  /** Labels for lists that are not ordered by time. */
  words?: [back: string, on: string];
  newerHref: string | null;
  olderHref: string | null;
};

/** Renders nothing if everything fits on one page. */
export function Pager({ t, label, words, newerHref, olderHref }: Props) {
  if (!newerHref && !olderHref) return null;
  const [back, on] = words ?? [t("shell.newer"), t("shell.older")];
  return (
    <nav aria-label={label} className="pager">
      {newerHref ? (
        <ButtonLink href={newerHref} rel="prev" icon="arrow-left">
          {back}
        </ButtonLink>
      ) : (
        <span />
      )}
      {olderHref && (
        <ButtonLink href={olderHref} rel="next">
          {on}
          <Icon name="arrow-right" className="-me-0.5" />
        </ButtonLink>
      )}
    </nav>
  );
}
