import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { SettingsPage } from "@/lib/desk-settings/read";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { SettingName } from "@/lib/setting-names";

type Props = {
  t: Translator;
  id: string;
  title: string;
  intro: ReactNode;
  page: SettingsPage;
  action: FormAction;
  labels: Partial<Record<SettingName, string>>;
  isSaved: boolean;
  /** What is said then, unless it is in effect at once. */
  saved?: string;
  children: ReactNode;
};

/** Settings that are saved together. */
export function SettingsCard({ t, id, title, intro, page, action, labels, isSaved, saved, children }: Props) {
  const names = Object.keys(labels) as SettingName[];
  return (
    <Card id={id} title={title} intro={intro}>
      {isSaved && (
        <Banner tone="good" role="status" className="mb-6">
          {saved ?? t("settings.done")}
        </Banner>
      )}
      <Form
        // Drawn again once what it shows has changed.
        key={JSON.stringify(names.map(name => page.values[name]))}
        action={action}
        id={`${id}-form`}
        labels={labels as Record<string, string>}
        className="grid max-w-lg gap-6"
      >
        {children}
        {names.some(name => page.pins[name] === undefined) && (
          <SubmitButton className="justify-self-start" working={t("settings.saving")}>
            {t("settings.save")}
          </SubmitButton>
        )}
      </Form>
    </Card>
  );
}
