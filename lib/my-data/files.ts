import "server-only";
import type { PersonActor } from "../actor";
import { readContent } from "../attachments/store";
import { db } from "../db";
import { batchSize, inBatches } from "./batches";
import type { Export } from "./export";
import { nameOf, numbered } from "./request-name";

export async function* readFiles(actor: PersonActor, { settings }: Export) {
  const files = inBatches(
    (after: string | undefined) =>
      db().file.findMany({
        where: { ownerId: actor.id, noteId: null, removedAt: null, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" }, // index files_of_owner: as many rows as they sent, and no more
        take: batchSize,
        select: {
          id: true,
          name: true,
          type: true,
          size: true,
          createdAt: true,
          place: true,
          request: numbered,
        },
      }),
    row => row.id,
  );
  for await (const { id, request, place, ...file } of files) {
    const pieces = await Array.fromAsync(readContent({ id, size: file.size }));
    yield {
      request: request && nameOf(actor, request, settings),
      unsentBeside: place,
      ...file,
      base64: Buffer.concat(pieces).toString("base64"),
    };
  }
}
