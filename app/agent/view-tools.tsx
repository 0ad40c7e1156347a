import { Form, SignedForms } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { numberForAgents } from "@/lib/messages/agent-wording";
import type { Translator } from "@/lib/messages/translate";
import { viewLimits } from "@/lib/saved-views/input";
import { viewsPath } from "@/lib/saved-views/paths";
import type { SavedView } from "@/lib/saved-views/read";
import { update } from "./actions";
import { SaveView, type ToldSaving } from "./save-view";

type Props = {
  t: Translator;
  /** The present list, as its address says it. */
  query: string;
  /** The view that it was opened from, and whether it still is that. */
  saved: SavedView | null;
  isChanged: boolean;
  isAdmin: boolean;
};

/** What can be done with the present filters, columns and order as a whole. */
export function ViewTools({ t, query, saved, isChanged, isAdmin }: Props) {
  const isTheirs = saved !== null && (saved.isOwn || isAdmin);
  return (
    <div className="view-tools saved-view">
      {isChanged && isTheirs && (
        <Form action={update} id="update-view" labels={{}} hidden={{ view: saved.id, query }}>
          <SubmitButton variant="secondary" size="small" working={t("views.saving")}>
            {t("views.update")}
          </SubmitButton>
        </Form>
      )}
      {isChanged && (
        <SignedForms>
          <SaveView query={query} told={numberForAgents(tellSaving(t, isAdmin), t)} />
        </SignedForms>
      )}
      {saved && <a href={viewsPath(saved.isOwn || !isAdmin ? "person" : "desk")}>{t("views.manage")}</a>}
    </div>
  );
}

const tellSaving = (t: Translator, isAdmin: boolean): ToldSaving => ({
  label: t("views.save"),
  name: t("views.name"),
  maxLength: viewLimits.name,
  ...(isAdmin && { shared: t("views.save.shared") }),
  submit: t("views.save.submit"),
  working: t("views.saving"),
});
