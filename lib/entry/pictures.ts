import "server-only";
import { findPicture } from "../desk-settings/pictures";
import { askedTranslator } from "../session/asked";
import { answerTo } from "./route";

const noPicture = () => new Response(null, { status: 404, headers: { "cache-control": "no-store" } });

/** The desk's logo or icon, by the hash of its bytes: whoever has it need not ask again. */
export async function servePicture(name: string): Promise<Response> {
  const hash = /^([0-9a-f]{32})\.png$/.exec(name)?.[1];
  if (!hash) return noPicture();
  try {
    const bytes = await findPicture(hash);
    if (!bytes) return noPicture();
    return new Response(bytes, {
      headers: {
        "content-type": "image/png",
        "content-length": String(bytes.length),
        "cache-control": "public, max-age=31536000, immutable",
        // Programs that show mails load it from elsewhere.
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  } catch (error) {
    return answerTo(error, "/api/pictures", await askedTranslator());
  }
}
