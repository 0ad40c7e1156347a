import { CheckboxField } from "@/components/form/checkbox-field";
import { SelectField } from "@/components/form/select-field";
import type { Translator } from "@/lib/messages/translate";
import type { OwnOrganisation } from "@/lib/organisations/own";

type Props = { t: Translator; offered: OwnOrganisation[] };

/** For which organisation a request is, and whether its managers see it. Drawn only for those who belong to one. */
export function OrganisationFields({ t, offered }: Props) {
  const [only, ...others] = offered;
  if (!only) return null;
  return (
    <>
      {others.length > 0 && (
        <SelectField
          name="organisation"
          label={t("organisations.choose")}
          help={t("organisations.choose.help")}
          need="required"
          emptyLabel={t("organisations.choose.none")}
          options={offered.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      <CheckboxField
        name="isPrivate"
        label={t("organisations.private")}
        help={
          others.length > 0
            ? t("organisations.private.of_several")
            : t("organisations.private.of_one", { organisation: only.name })
        }
      />
    </>
  );
}
