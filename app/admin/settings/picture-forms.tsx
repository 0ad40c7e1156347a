import type { ComponentProps, ReactNode } from "react";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { pictureLimits } from "@/lib/desk-settings/encode";
import { noPicture } from "@/lib/entry/setting-forms";
import type { Translator } from "@/lib/messages/translate";
import type { PictureName } from "@/lib/setting-names";

type Action = ComponentProps<typeof Form>["action"];
type Props = {
  t: Translator;
  name: PictureName;
  hash?: string;
  save: Action;
  remove: Action;
  children: ReactNode;
};

/** One picture of the desk as it is, with a form for another and one that removes it. */
export function PictureForms({ t, name, hash = noPicture, save, remove, children }: Props) {
  const hidden = { name };
  const seen = <HiddenField name="seen" value={hash} />;
  return (
    <div className="grid max-w-lg gap-4">
      <div>
        <h3 className="font-medium text-ink">{t(`settings.${name}`)}</h3>
        <p className="mt-1 text-ink-soft text-sm">{t(`settings.${name}.help`)}</p>
      </div>
      {children}
      <Form
        key={`save-${hash}`}
        action={save}
        id={`${name}-form`}
        labels={{ picture: t(`settings.${name}.choose`) }}
        hidden={hidden}
        className="grid gap-4"
      >
        {seen}
        <FileField
          name="picture"
          accept="image/png,image/jpeg,image/webp"
          label={t(`settings.${name}.choose`)}
          help={t("settings.pictures.kinds", pictureLimits)}
          sending={t("settings.saving")}
        />
        <SubmitButton variant="secondary" className="unscripted justify-self-start">
          {t(`settings.${name}.save`)}
        </SubmitButton>
      </Form>
      {hash !== noPicture && (
        <Form
          key={`remove-${hash}`}
          action={remove}
          id={`${name}-remove`}
          labels={{ picture: t(`settings.${name}`) }}
          hidden={hidden}
        >
          {seen}
          <SubmitButton variant="secondary" size="small">
            {t(`settings.${name}.remove`)}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
