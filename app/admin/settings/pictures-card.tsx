import type { ReactNode } from "react";
import { FileField } from "@/components/form/file-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { pictureLimits } from "@/lib/desk-settings/encode";
import { noPicture } from "@/lib/entry/setting-forms";
import type { Translator } from "@/lib/messages/translate";
import { type PictureName, pictureNames } from "@/lib/setting-names";
import type { DeskSettings } from "@/lib/settings";
import { removePicture, savePicture } from "./actions";
import { FaviconShown, LogoShown } from "./pictures-shown";

type Props = { t: Translator; settings: DeskSettings; done?: string };

/** What the desk is recognised by: each is sent by itself and can be removed again. */
export function PicturesCard({ t, settings, done = "" }: Props) {
  const isRemoved = pictureNames.some(name => done === `no-${name}`);
  const { logo, favicon } = settings;
  return (
    <Card id="pictures" title={t("settings.pictures")} intro={t("settings.pictures.intro")}>
      {(isRemoved || pictureNames.some(name => done === name)) && (
        <Banner tone="good" role="status" className="mb-6">
          {t(isRemoved ? "settings.pictures.remove.done" : "settings.done")}
        </Banner>
      )}
      <div className="grid gap-8">
        <Part t={t} name="logo" hash={logo?.hash}>
          {logo && <LogoShown t={t} logo={logo} deskName={settings.deskName} />}
        </Part>
        <Part t={t} name="favicon" hash={favicon?.hash}>
          {favicon && <FaviconShown t={t} favicon={favicon} />}
        </Part>
      </div>
    </Card>
  );
}

type PartProps = { t: Translator; name: PictureName; hash?: string; children: ReactNode };

function Part({ t, name, hash = noPicture, children }: PartProps) {
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
        action={savePicture}
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
        />
        <SubmitButton className="justify-self-start" working={t("settings.saving")}>
          {t(`settings.${name}.save`)}
        </SubmitButton>
      </Form>
      {hash !== noPicture && (
        <Form
          key={`remove-${hash}`}
          action={removePicture}
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
