import type { ReactNode } from "react";
import { HiddenField } from "@/components/form/hidden-field";
import type { SettingsPage } from "@/lib/desk-settings/read";
import { sayValue } from "@/lib/desk-settings/values";
import { sayText } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { SettingName } from "@/lib/setting-names";

type Props = {
  t: Translator;
  page: SettingsPage;
  name: SettingName;
  label: string;
  /** The field that changes it. */
  children: ReactNode;
};

/** A setting with what its form has to know of it, or why it cannot be set here. */
export function Setting({ t, page: { values, pins }, name, label, children }: Props) {
  const variable = pins[name];
  if (variable === undefined)
    return (
      <div className="grid gap-3">
        <HiddenField name={`was.${name}`} value={JSON.stringify(values[name])} />
        {children}
      </div>
    );
  return (
    <dl className="grid gap-1 text-sm">
      <dt className="font-medium text-ink">{label}</dt>
      <dd className="wrap-anywhere text-ink">{sayText(t, sayValue(name, values[name]))}</dd>
      <dd className="max-w-prose text-ink-soft">{t("settings.pinned", { variable })}</dd>
    </dl>
  );
}
