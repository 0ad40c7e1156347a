import "server-only";
import type { Actor, Role } from "../actor";
import { type AnswerLine, describeAnswers } from "../catalog/describe";
import type { Answers, Field } from "../catalog/fields";
import { db } from "../db";
import type { Change } from "../events/types";
import { sideOf } from "./timeline";

export type FirstMessage = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" };
  mine: boolean;
  kind: "request";
  said: AnswerLine[];
  facts: AnswerLine[];
  corrected?: { at: string; entry: string };
};

export const firstMessageColumns = {
  createdAt: true,
  edition: true,
  answers: true,
  requester: { select: { id: true, name: true, role: true } },
} as const;

type Row = {
  id: string;
  createdAt: Date;
  edition: number;
  answers: unknown;
  requester: { id: string; name: string; role: Role };
};

const maxLookedAt = 50;

/** The caller must have loaded the request through `visibleTo`. */
export async function readFirstMessage(request: Row, fields: Field[], actor: Actor): Promise<FirstMessage> {
  const { requester, createdAt } = request;
  const reader = actor.kind === "person" ? actor : undefined;
  const lines = describeAnswers(fields, request.answers as Answers, reader);
  return {
    id: "request",
    at: createdAt.toISOString(),
    actor: { name: requester.name, side: sideOf(requester) },
    mine: reader?.id === requester.id,
    kind: "request",
    said: lines.filter(isLong),
    facts: lines.filter(line => !isLong(line)),
    ...(await readCorrected(request, fields)),
  };
}

const isLong = ({ kind }: AnswerLine) => kind === "long" || kind === "files";

async function readCorrected(
  { id, edition }: Row,
  fields: Field[],
): Promise<Pick<FirstMessage, "corrected">> {
  if (edition === 1) return {};
  const corrections = await db().event.findMany({
    where: { requestId: id, type: "request_corrected" },
    orderBy: { id: "desc" }, // index events_of_request
    take: maxLookedAt,
    select: { id: true, at: true, change: { select: { values: true } } },
  });
  const last = corrections.find(({ change }) =>
    ((change?.values ?? []) as Change[]).some(({ key }) => fields.some(field => field.key === key)),
  );
  return last ? { corrected: { at: last.at.toISOString(), entry: String(last.id) } } : {};
}
