import "server-only";
import type { Actor, Role } from "../actor";
import { type AnswerLine, describeAnswers } from "../catalog/describe";
import type { Answers, Field } from "../catalog/fields";
import { fieldsFor } from "../catalog/own-fields";
import { Prisma } from "../db";
import { editionTypes } from "./changes";
import { sideOf } from "./timeline";

export type FirstMessage = {
  id: string;
  at: string;
  actor: { name: string; side: "customer" | "support" };
  mine: boolean;
  kind: "request";
  /** The agent who raised it for them. */
  raisedBy?: string;
  said: AnswerLine[];
  facts: AnswerLine[];
  corrected?: { at: string; entry: string };
};

type Row = {
  createdAt: Date;
  answers: Answers;
  requester: { id: string; name: string; role: Role };
  raisedBy: string | null;
  corrections: Correction[];
};

/** What was corrected at a time. */
export type Correction = { entry: string; at: string; keys: string[] };

const maxLookedAt = 50;

/** The latest corrections of the row `request`, newest first. */
export const correctionsSql = Prisma.sql`case when request.edition > 1 then (
  select json_agg(json_build_object(
    'entry', e.id::text, 'at', e.at,
    'keys', coalesce((
      select jsonb_path_query_array(c.values, '$[*].key') from changes c where c."eventId" = e.id
    ), '[]')
  ) order by e.id desc)
  from (
    select e.id, e.at from events e where e."requestId" = request.id and e.type = any(${editionTypes})
    order by e.id desc limit ${maxLookedAt}
  ) e
) else '[]' end`;

export function firstMessageOf(request: Row, fields: Field[], actor: Actor): FirstMessage {
  const { requester, raisedBy, createdAt, corrections } = request;
  const reader = actor.kind === "person" ? actor : undefined;
  const lines = describeAnswers(reader ? fieldsFor(reader, fields) : fields, request.answers, reader);
  const last = corrections.find(({ keys }) => fields.some(({ key }) => keys.includes(key)));
  return {
    id: "request",
    at: createdAt.toISOString(),
    actor: { name: requester.name, side: sideOf(requester) },
    mine: reader?.id === requester.id,
    kind: "request",
    ...(raisedBy !== null && { raisedBy }),
    said: lines.filter(isLong),
    facts: lines.filter(line => !isLong(line)),
    ...(last && { corrected: { at: new Date(last.at).toISOString(), entry: last.entry } }),
  };
}

const isLong = ({ kind }: AnswerLine) => kind === "long" || kind === "files";
