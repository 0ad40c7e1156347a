import "server-only";
import type { PersonActor } from "../actor";
import { db } from "../db";
import { RetentionRule } from "../generated/enums";
import { onlyAdmins } from "../only-admins";
import { countDue, type Due } from "./count";

export type RuleState = { rule: RetentionRule; months: number; setAt: string; setBy: string };
export type RetentionPage = {
  rules: { rule: RetentionRule; on: RuleState | null }[];
  /** What would go, where somebody wants to know. */
  preview: (Due & { rule: RetentionRule; months: number }) | null;
  /** Of requests, so far. */
  deleted: number;
};

/** @throws Refusal not_found for anybody who is no admin */
export async function readRetention(
  actor: PersonActor,
  asked: { rule: RetentionRule; months: number } | null,
): Promise<RetentionPage> {
  onlyAdmins(actor);
  const rows = await db().retention.findMany({
    select: { rule: true, months: true, setAt: true, setBy: { select: { name: true } } },
  });
  const on = new Map(
    rows.map(({ rule, months, setAt, setBy }) => [
      rule,
      { rule, months, setAt: setAt.toISOString(), setBy: setBy.name },
    ]),
  );
  return {
    rules: Object.values(RetentionRule).map(rule => ({ rule, on: on.get(rule) ?? null })),
    preview: asked && { ...asked, ...(await countDue(db(), asked.rule, asked.months)) },
    deleted: await db().tombstone.count(),
  };
}
