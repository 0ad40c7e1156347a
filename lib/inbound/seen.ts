import "server-only";
import { type Actor, seesAll } from "../actor";
import type { Prisma } from "../db";
import { deskVisibleTo } from "../requests/policy";

/** Those that belong to no request yet, and those of requests that this agent sees. */
export const mailsSeenBy = (actor: Actor): Prisma.InboundMailWhereInput =>
  seesAll(actor) ? {} : { OR: [{ requestId: null }, { request: deskVisibleTo(actor) }] };
