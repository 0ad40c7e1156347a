import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import { pictureNames } from "@/lib/setting-names";
import type { DeskSettings } from "@/lib/settings";
import { removePicture, savePicture } from "./actions";
import { PictureForms } from "./picture-forms";
import { FaviconShown, LogoShown } from "./pictures-shown";

const actions = { save: savePicture, remove: removePicture };

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
        <PictureForms t={t} name="logo" hash={logo?.hash} {...actions}>
          {logo && <LogoShown t={t} logo={logo} deskName={settings.deskName} />}
        </PictureForms>
        <PictureForms t={t} name="favicon" hash={favicon?.hash} {...actions}>
          {favicon && <FaviconShown t={t} favicon={favicon} />}
        </PictureForms>
      </div>
    </Card>
  );
}
