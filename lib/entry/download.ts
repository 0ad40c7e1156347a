import "server-only";
import { redirect } from "next/navigation";
import { now } from "../clock";
import { countMyData, writeMyData } from "../my-data/write";
import { Refusal } from "../refusal";
import { streamOf } from "../web/stream";
import { readPageAs } from "./page";

/** Everything the desk holds about whoever is signed in, as a file that is written while it is read. */
export function downloadMyData(): Promise<Response> {
  return readPageAs("/settings/data", async actor => {
    await countMyData(actor).catch((error: unknown) => {
      if (error instanceof Refusal) redirect("/settings/data?wait=1");
      throw error;
    });
    const day = now().toISOString().slice(0, 10);
    return new Response(streamOf(encoded(writeMyData(actor))), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="my-data-${day}.json"`,
        "cache-control": "no-store",
      },
    });
  });
}

async function* encoded(pieces: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
