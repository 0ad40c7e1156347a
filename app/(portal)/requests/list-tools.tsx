import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  keep: FormAction;
  /** The query string of the list shown, of the one this person keeps, and of what the desk shows by default. */
  list: string;
  usual: string;
  standard: string;
  exportHref: string | null;
};

/** What can be done with a list as a whole: keep it as the usual one, or take it along. */
export function ListTools({ t, keep, list, usual, standard, exportHref }: Props) {
  const isUsual = usual === list;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-2">
      {isUsual ? (
        <Form action={keep} labels={{}} className="flex flex-wrap items-center gap-2">
          <p className="flex items-center gap-2 px-1 text-ink-soft text-sm">
            <Icon name="bookmark" />
            {t("search.usual.is_shown")}
          </p>
          <SubmitButton variant="quiet" working={t("search.usual.resetting")}>
            {t("search.usual.reset")}
          </SubmitButton>
        </Form>
      ) : (
        <>
          {list !== (usual || standard) && (
            <Form action={keep} labels={{}}>
              <input type="hidden" name="list" value={list} />
              <SubmitButton variant="quiet" working={t("search.usual.keeping")}>
                {t("search.usual.keep")}
              </SubmitButton>
            </Form>
          )}
          {usual && (
            <ButtonLink href={`/requests?${usual}`} variant="quiet" icon="bookmark">
              {t("search.usual.open")}
            </ButtonLink>
          )}
        </>
      )}
      {exportHref && (
        <a href={exportHref} download className={`${buttonClass("quiet")} sm:ms-auto`}>
          <Icon name="download" className="-ms-0.5 size-4" />
          {t("search.export")}
        </a>
      )}
    </div>
  );
}
