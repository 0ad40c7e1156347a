import "server-only";
import { db } from "../db";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { mailRule } from "./kinds";

type Row = { id: string; kind: string; subject: string | null; requestId: string | null };

/** The subject; until a mail is rendered, its kind and request. */
export async function titlesOf(rows: Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ subject, requestId }) => (subject === null && requestId ? [requestId] : []));
  const requests =
    ids.length === 0
      ? []
      : await db().serviceRequest.findMany({
          where: { id: { in: ids } },
          select: { id: true, number: true },
        });
  const settings = await readDeskSettings();
  const numbers = new Map(requests.map(({ id, number }) => [id, number]));
  return new Map(
    rows.map(({ id, kind, subject, requestId }) => {
      const number = requestId ? numbers.get(requestId) : undefined;
      const title = mailRule(kind).title;
      return [id, subject ?? (number === undefined ? title : `[${referenceOf(number, settings)}] ${title}`)];
    }),
  );
}
