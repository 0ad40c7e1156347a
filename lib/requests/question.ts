import "server-only";
import { fileColumns, fileOrder } from "../attachments/store";
import { db } from "../db";
import { openTypes } from "../events/audience";
import type { FileView } from "../form/file-view";
import type { Status } from "../generated/enums";

export type Question = { id: string; author: string | null; body: string; files: FileView[]; at: string }[];

const most = 3;

/** Support's latest question and its additions, oldest first. The caller must have checked `visibleTo`. */
export async function readQuestion({ id, status }: { id: string; status: Status }): Promise<Question> {
  if (status !== "waiting_for_customer") return [];
  // Any customer comment would have been the answer, so the latest comments are support's.
  const latest = await db().event.findMany({
    where: { requestId: id, commentId: { not: null }, type: { in: openTypes } },
    orderBy: { id: "desc" }, // index events_of_request
    take: most,
    select: {
      id: true,
      type: true,
      at: true,
      actor: { select: { name: true } },
      comment: { select: { body: true, files: { select: fileColumns, orderBy: [...fileOrder] } } },
    },
  });
  const asked = latest.findIndex(({ type }) => type === "request_moved");
  return latest
    .slice(0, asked + 1 || most)
    .reverse()
    .map(({ id, at, actor, comment }) => ({
      id: String(id),
      author: actor?.name ?? null,
      body: comment?.body ?? "",
      files: comment?.files ?? [],
      at: at.toISOString(),
    }));
}
