import "server-only";
import { redirect } from "next/navigation";
import { now } from "../clock";
import { Refusal } from "../errors";
import { logError } from "../log";
import { countMyData, writeMyData } from "../my-data/write";
import { readPageAs } from "./page";

/** Everything the desk holds about whoever is signed in, as a file that is written while it is read. */
export function downloadMyData(): Promise<Response> {
  return readPageAs("/settings/data", async actor => {
    await countMyData(actor).catch((error: unknown) => {
      if (error instanceof Refusal) redirect("/settings/data?wait=1");
      throw error;
    });
    const day = now().toISOString().slice(0, 10);
    return new Response(streamOf(writeMyData(actor)), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="my-data-${day}.json"`,
        "cache-control": "no-store",
      },
    });
  });
}

/** Reads on only as fast as it is taken. What breaks off is no complete JSON, so that nobody takes it for the whole. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async controller => {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        logError("a download broke off", error);
        throw error;
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
