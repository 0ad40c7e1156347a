import "server-only";
import { type Act, byPerson, record } from "../events/act";
import type { linkSides } from "../events/request-events";
import type { LinkKind } from "../generated/enums";
import { refuse } from "../refusal";
import { loadRequest } from "../requests/load";
import { moveRequest } from "../requests/move";
import { can, deskVisibleTo } from "../requests/policy";
import { numberOf, referenceOf } from "../requests/reference";
import type { LinkInput, UnlinkInput } from "./input";

export type LinkSide = (typeof linkSides)[number];

const sides: Record<LinkKind, [here: LinkSide, there: LinkSide]> = {
  related: ["related", "related"],
  duplicate: ["duplicate_of", "duplicated_by"],
};

/**
 * Links a request with another one, as related to it or as its duplicate. `resolve` also resolves it as a duplicate.
 * @throws Refusal not_found (either of them, or not for this agent to see), forbidden, invalid (itself), conflict (linked
 *   already); with `resolve` also as `moveRequest` does
 */
export async function linkRequest(
  act: Act,
  { reference, other: named, kind, resolve }: LinkInput,
): Promise<void> {
  const { id } = await load(act, reference);
  const other = await findOther(act, named);
  if (other.id === id) throw refuse("linked.itself", {}, { field: "other" });
  // request_links_once, whoever was faster, and from whichever side.
  const { count } = await act.tx.requestLink.createMany({
    data: [{ fromId: id, toId: other.id, kind, createdAt: act.at }],
    skipDuplicates: true,
  });
  if (count === 0)
    throw refuse(
      "linked.already",
      { reference: referenceOf(other.number, act.settings) },
      { field: "other" },
    );
  await recordOnBoth(act, "request_linked", { fromId: id, toId: other.id, kind });
  if (resolve) await moveRequest(act, { reference, move: "resolve", resolution: "duplicate", ...resolve });
}

/** From either side; nothing happens if they are not linked. @throws Refusal not_found, forbidden */
export async function unlinkRequest(act: Act, { reference, other: named }: UnlinkInput): Promise<void> {
  const { id } = await load(act, reference);
  const other = await findOther(act, named);
  const link = await act.tx.requestLink.findFirst({
    where: {
      OR: [
        { fromId: id, toId: other.id },
        { fromId: other.id, toId: id },
      ],
    },
    select: { fromId: true, toId: true, kind: true },
  });
  if (!link) return;
  const { count } = await act.tx.requestLink.deleteMany({ where: link });
  if (count > 0) await recordOnBoth(act, "request_unlinked", link);
}

async function load(act: Act, reference: string) {
  byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "link", request)) throw refuse("linked.agents_only");
  return request;
}

async function findOther({ tx, actor }: Act, reference: string) {
  const number = numberOf(reference);
  const other =
    number === null
      ? null
      : await tx.serviceRequest.findFirst({
          where: { AND: [{ number }, deskVisibleTo(actor)] },
          select: { id: true, number: true },
        });
  if (!other) throw refuse("linked.no_such_request", {}, { field: "other" });
  return other;
}

/** Each history is that of one request, so each side has its own. */
async function recordOnBoth(
  act: Act,
  type: "request_linked" | "request_unlinked",
  { fromId, toId, kind }: { fromId: string; toId: string; kind: LinkKind },
): Promise<void> {
  const [here, there] = sides[kind];
  await record(act, type, { otherId: toId, how: here }, { requestId: fromId });
  await record(act, type, { otherId: fromId, how: there }, { requestId: toId });
}
