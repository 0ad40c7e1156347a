import "server-only";
import { z } from "zod";
import type { Tx } from "../db";
import { picturesOf } from "../desk-pictures";
import { encodeIcons, encodePicture, type Made } from "../desk-settings/encode";
import { changePicture, hashIn } from "../desk-settings/pictures";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import type { PictureName } from "../setting-names";
import type { Guide, Section } from "./section";

const names = ["logo", "icon", "phoneIcon"] as const;
/** Each in base64. */
type Pictures = Partial<Record<(typeof names)[number], string>>;

/** After each 76 signs, as MIME does (RFC 2045), but for the last. */
const endsOfLines = /.{76}(?=.)/g;

const picture = z
  .string()
  .transform(text => text.replace(/\s/g, ""))
  .pipe(z.base64({ error: messageCode("desk_file.no_picture") }).min(1, messageCode("desk_file.no_picture")))
  .transform(inLines)
  .optional();

function inLines(base64: string): string {
  return base64.replaceAll(endsOfLines, "$&\n");
}

const asText = (bytes: Uint8Array): string => inLines(Buffer.from(bytes).toString("base64"));
const asSent = (text: string) => {
  const bytes = Buffer.from(text, "base64");
  return { size: bytes.length, read: async () => bytes };
};

export const pictures: Section<Pictures> = {
  schema: z
    .strictObject({ logo: picture, icon: picture, phoneIcon: picture })
    .refine(({ icon, phoneIcon }) => phoneIcon === undefined || icon !== undefined, {
      error: messageCode("desk_file.missing"),
      path: ["icon"],
      params: { key: "icon" },
    }),

  async read(tx) {
    const { logo, favicon } = picturesOf(await readStored(tx));
    const wanted = [logo?.hash, favicon?.hash, favicon?.large];
    const files = await tx.deskPicture.findMany({
      where: { hash: { in: wanted.filter(hash => hash !== undefined) } },
      select: { hash: true, bytes: true },
    });
    return Object.fromEntries(
      names.flatMap((name, index) => {
        const file = files.find(({ hash }) => hash === wanted[index]);
        return file ? [[name, asText(file.bytes)]] : [];
      }),
    );
  },

  // Each is decoded and encoded again, as an upload is: an import must not let in what an upload would refuse.
  async apply(act, { logo, icon, phoneIcon }, guide) {
    const now = await pictures.read(act.tx);
    if (logo !== now.logo)
      await show(act, guide, "logo", logo ? () => encodePicture(act.actor, "logo", asSent(logo)) : null);
    if (icon !== now.icon || phoneIcon !== now.phoneIcon) {
      const phone = phoneIcon ? asSent(phoneIcon) : null;
      await show(act, guide, "icon", icon ? () => encodeIcons(act.actor, asSent(icon), phone) : null);
    }
  },
};

async function show(
  act: Act,
  guide: Guide,
  key: "logo" | "icon",
  make: (() => Promise<Made>) | null,
): Promise<void> {
  const name = key === "icon" ? "favicon" : key;
  await guide.at(["pictures", key], async () => {
    const made = make && (await make());
    await changePicture(act, { name, seen: hashIn((await readStored(act.tx))[name]), made });
  });
}

async function readStored(tx: Tx): Promise<Partial<Record<PictureName, unknown>>> {
  const rows = await tx.setting.findMany({
    where: { name: { in: ["logo", "favicon"] } },
    select: { name: true, value: true },
  });
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}
