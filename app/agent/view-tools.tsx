import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Translator } from "@/lib/messages/translate";
import { viewLimits } from "@/lib/saved-views/input";
import { viewsPath } from "@/lib/saved-views/paths";
import type { SavedView } from "@/lib/saved-views/read";
import { save, update } from "./actions";

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
      {isChanged && <SaveForm t={t} query={query} isAdmin={isAdmin} />}
      {saved && <a href={viewsPath(saved.isOwn || !isAdmin ? "person" : "desk")}>{t("views.manage")}</a>}
    </div>
  );
}

function SaveForm({ t, query, isAdmin }: Pick<Props, "t" | "query" | "isAdmin">) {
  const labels = { name: t("views.name"), shared: t("views.save.shared") };
  return (
    <Disclosure label={t("views.save")} icon="bookmark" variant="quiet" size="small" id="save-view">
      <Form action={save} id="save" labels={labels} hidden={{ query }} className="grid gap-4">
        <TextField name="name" label={labels.name} need="required" maxLength={viewLimits.name} />
        {isAdmin && <CheckboxField name="shared" label={labels.shared} />}
        <div>
          <SubmitButton size="small" working={t("views.saving")}>
            {t("views.save.submit")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
