import "server-only";
import { db } from "../db";
import type { Said } from "../messages/said";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import { isMailKind } from "./kinds";

type Row = { id: string; kind: string; subject: string | null; requestId: string | null };

/** The subjects of these rows by id; of a mail that is not rendered yet, its kind and request. */
export async function titlesOf(rows: Row[]): Promise<(id: string) => Said> {
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
  const referenceFor = ({ requestId }: Row) => {
    const number = numbers.get(requestId ?? "");
    return number === undefined ? undefined : referenceOf(number, settings);
  };
  const titles = new Map(rows.map(row => [row.id, titleOf(row, referenceFor(row))]));
  return id => titles.get(id) ?? { code: "mail.kind.other" };
}

function titleOf({ kind, subject }: Row, reference: string | undefined): Said {
  if (subject !== null) return { code: "mail.subject", params: { subject } };
  const title: Said = { code: isMailKind(kind) ? `mail.kind.${kind}` : "mail.kind.other" };
  return reference === undefined
    ? title
    : { code: "mail.kind.of_request", params: { reference, kind: title } };
}
