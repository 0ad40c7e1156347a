import "server-only";
import type { PersonActor } from "../actor";
import { isScanned } from "../attachments/scan";
import { before, days, minutes } from "../clock";
import { Prisma, readRows } from "../db";
import { env } from "../env";
import type { Said } from "../messages/said";
import { onlyAdmins } from "../only-admins";
import { judgeBackup, lastBackupSql } from "./backups";

/** What an admin should look at, and where. */
export type Attention = { said: Said; href: string; isUrgent: boolean };

type Facts = {
  isPaused: boolean;
  held: number;
  dead: number;
  late: number;
  inbound: number;
  /** Names of the first three, and how many there are. */
  teamless: string[];
  teamlessSlug: string | null;
  teamlessCount: number;
  drafts: number;
  formDrafts: number;
  expired: number;
  invited: number;
  findings: number;
  lastBackup: Date | null;
};

const { sql } = Prisma;
const most = 100;
/** Longer than a worker that is well takes. */
const lateAfter = minutes(15);
const deadSince = days(7);

const upTo = (rows: Prisma.Sql) =>
  sql`(select count(*)::int from (select from ${rows} limit ${most}) counted)`;

/** Urgent things first. Counts end at 100. @throws Refusal not_found for anybody who is no admin */
export async function readAttention(actor: PersonActor, at: Date): Promise<Attention[]> {
  onlyAdmins(actor);
  // Indexes: deliveries_state_dueAt_idx, inbound_mails_newest, account_invitations_waiting; the others are few.
  const [facts] = await readRows<Facts>(sql`
    select
      exists (select from mail_rates where transport = ${env().MAIL_TRANSPORT} and "pausedUntil" > ${at}) as "isPaused",
      ${upTo(sql`deliveries where state = 'held'`)} as held,
      ${upTo(sql`deliveries where state = 'dead' and "dueAt" > ${before(at, deadSince)}`)} as dead,
      ${upTo(sql`deliveries where state = 'pending' and "dueAt" < ${before(at, lateAfter)}`)} as late,
      ${upTo(sql`inbound_mails where state = 'held'`)} as inbound,
      array(select y.name from request_types y where ${isTeamless} order by y.name limit 3) as teamless,
      (select min(y.slug) from request_types y where ${isTeamless}) as "teamlessSlug",
      (select count(*)::int from request_types y where ${isTeamless}) as "teamlessCount",
      ${upTo(sql`request_types where "publishedAt" is null and "archivedAt" is null`)} as drafts,
      ${upTo(sql`form_drafts`)} as "formDrafts",
      ${upTo(sql`account_invitations where ${isWaiting} and "expiresAt" <= ${at}`)} as expired,
      ${upTo(sql`account_invitations where ${isWaiting} and "expiresAt" > ${at}`)} as invited,
      coalesce((select jsonb_array_length(findings) from examinations order by at desc limit 1), 0) as findings,
      ${lastBackupSql} as "lastBackup"`);
  return facts ? attentionsOf(facts, at) : [];
}

// Where there are no teams, every request is for all agents.
const isTeamless = sql`y."teamId" is null and y."publishedAt" is not null and y."archivedAt" is null and exists (select from teams t where t."archivedAt" is null)`;
const isWaiting = sql`"acceptedAt" is null and "withdrawnAt" is null`;

function attentionsOf(facts: Facts, at: Date): Attention[] {
  const backup = judgeBackup(facts.lastBackup, at);
  const {
    isPaused,
    held,
    dead,
    late,
    inbound,
    teamless,
    teamlessSlug,
    teamlessCount,
    drafts,
    formDrafts,
    expired,
    invited,
    findings,
  } = facts;
  const counted = (code: CountedCode, count: number, href: string, isUrgent = false): Attention[] =>
    count === 0 ? [] : [{ said: { code, params: { count } }, href, isUrgent }];
  const plain = (code: PlainCode, applies: boolean, href: string, isUrgent = false): Attention[] =>
    applies ? [{ said: { code }, href, isUrgent }] : [];
  const types: Attention[] = [
    {
      said: {
        code: "administration.attention.teamless",
        params: { count: teamlessCount, names: { names: teamless }, more: teamlessCount - teamless.length },
      },
      href: teamlessCount === 1 ? `/admin/catalog/types/${teamlessSlug}#team` : "/admin/catalog",
      isUrgent: false,
    },
  ];
  return [
    ...plain("administration.attention.paused", isPaused, "/admin/mail", true),
    ...counted("administration.attention.late", late, "/admin/mail#waiting", true),
    ...counted("administration.attention.findings", findings, "/admin/examination", true),
    ...plain("administration.attention.old_backup", backup === "old", "/admin/examination#backups", true),
    ...counted("administration.attention.dead", dead, "/admin/mail#dead"),
    ...counted("administration.attention.held", held, "/admin/mail#held"),
    ...counted("administration.attention.inbound", inbound, "/agent/mail"),
    ...(teamlessCount === 0 ? [] : types),
    ...counted("administration.attention.drafts", drafts, "/admin/catalog"),
    ...counted("administration.attention.form_drafts", formDrafts, "/admin/catalog"),
    ...counted("administration.attention.expired", expired, "/admin/people/invitations"),
    ...counted("administration.attention.invited", invited, "/admin/people/invitations"),
    ...plain("administration.attention.local", env().MAIL_TRANSPORT === "local", "/mailbox"),
    ...plain("administration.attention.no_backup", backup === "none", "/admin/examination#backups"),
    ...plain("administration.attention.not_scanned", !isScanned(), "/admin/mail#scanner"),
  ];
}

type Code<N extends string> = Extract<Said["code"], `administration.attention.${N}`>;
type CountedCode = Code<
  "late" | "findings" | "dead" | "held" | "inbound" | "drafts" | "form_drafts" | "expired" | "invited"
>;
type PlainCode = Code<"paused" | "local" | "not_scanned" | "no_backup" | "old_backup">;
