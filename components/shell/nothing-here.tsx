import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; href: string; label: string };

/** The same for what does not exist and for what the visitor may not see. */
export function NothingHere({ t, href, label }: Props) {
  return (
    <>
      <h1 className="sr-only">{t("shell.missing")}</h1>
      <EmptyState
        icon="search"
        title={t("shell.missing.title")}
        action={
          <>
            <ButtonLink href={href} variant="primary">
              {label}
            </ButtonLink>
            <ButtonLink href="/">{t("shell.raise")}</ButtonLink>
          </>
        }
      >
        {t("shell.missing.text")}
      </EmptyState>
    </>
  );
}
