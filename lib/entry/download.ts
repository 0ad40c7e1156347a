import "server-only";
import { readWording } from "../catalog/wording";
import { now } from "../clock";
import { translatorFor } from "../messages/translate";
import { countMyData, writeMyData } from "../my-data/write";
import { streamOf } from "../web/stream";
import { signedInRoute } from "./route";

export function downloadMyData(): Promise<Response> {
  return signedInRoute("/settings/data/export", async actor => {
    await countMyData(actor);
    await readWording();
    const day = now().toISOString().slice(0, 10);
    return new Response(streamOf(encoded(writeMyData(actor, translatorFor(actor)))), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="my-data-${day}.json"`,
      },
    });
  });
}

async function* encoded(pieces: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
