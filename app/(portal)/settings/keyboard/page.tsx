import type { Metadata } from "next";
import { SettingsTabs } from "@/app/(portal)/settings/settings-tabs";
import { CheckboxField } from "@/components/form/checkbox-field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { readPageAs, readParam, type SearchParams } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { readOwnShortcuts, requireAgent } from "@/lib/shortcuts/own";
import { keymapOf, places, shortcutNames, shortcutsOf } from "@/lib/shortcuts/table";
import { reset, save } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())("keyboard.title") };
}

const news = { own: "shortcuts.saved", reset: "shortcuts.was_reset" } as const;

export default async function KeyboardPage({ searchParams }: { searchParams: SearchParams }) {
  const changed = await readParam(searchParams, "saved");
  const [, saved] = Object.entries(news).find(([name]) => name === changed) ?? [];
  const own = await readPageAs("/settings/keyboard", (actor, { shortcuts }) => {
    requireAgent(actor);
    return readOwnShortcuts(shortcuts);
  });
  const t = await readTranslator();
  const keymap = keymapOf(own);
  const labels = Object.fromEntries(shortcutNames.map(name => [`keys.${name}`, t(`keyboard.do.${name}`)]));
  return (
    <>
      <SettingsTabs t={t} current="/settings/keyboard" />
      {saved && (
        <Banner tone="good" role="status" className="mb-6">
          {t(saved)}
        </Banner>
      )}
      <Card title={t("keyboard.title")} id="keyboard" intro={t("shortcuts.intro")}>
        <Form
          key={JSON.stringify(own)}
          action={save}
          id="keyboard-form"
          labels={{ on: t("shortcuts.on"), ...labels }}
          className="grid gap-6"
        >
          <CheckboxField
            name="on"
            label={t("shortcuts.on")}
            help={t("shortcuts.on.help")}
            defaultValue={own.isOff ? "" : "yes"}
          />
          {places.map(place => (
            <fieldset key={place}>
              <legend className="mb-3 font-semibold text-ink text-sm">{t(`keyboard.${place}`)}</legend>
              <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
                {shortcutsOf(place).map(name => (
                  <TextField
                    key={name}
                    name={`keys.${name}`}
                    label={t(`keyboard.do.${name}`)}
                    defaultValue={keymap[name]}
                    autoComplete="off"
                  />
                ))}
              </div>
            </fieldset>
          ))}
          <SubmitButton className="justify-self-start" working={t("shortcuts.saving")}>
            {t("shortcuts.save")}
          </SubmitButton>
        </Form>
        <Form action={reset} id="keyboard-reset" labels={{}} className="mt-4">
          <SubmitButton variant="secondary" working={t("shortcuts.saving")}>
            {t("shortcuts.reset")}
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}
