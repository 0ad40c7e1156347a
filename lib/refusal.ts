import type { SaidParams } from "./messages/said";

/** What a refusal means to code that does not read its text: a route's status, a job, a test. */
export type RefusalKind = "not_found" | "forbidden" | "conflict" | "invalid" | "too_many";

const ruleOf =
  (kind: RefusalKind) =>
  <const Names extends readonly string[]>(...params: Names) => ({ kind, params });

const notFoundRule = ruleOf("not_found");
const forbidden = ruleOf("forbidden");
const conflict = ruleOf("conflict");
const invalid = ruleOf("invalid");
const tooMany = ruleOf("too_many");

/** Parameters per refusal; the text is in lib/messages. Routes send `seconds` as Retry-After. */
export const refusals = {
  not_found: notFoundRule(),
  "origin.foreign": forbidden(),
  "session.over": forbidden(),
  "page.outdated": conflict(),
  "page.of_somebody_else": conflict("owner", "actor"),
  "draft.of_somebody_else": forbidden(),
  "form.gone": notFoundRule(),
  "form.misfit": invalid(),
  "desk.unreachable": conflict(),
  "desk.read_only": conflict(),
  "desk.failed": conflict("number"),
  "person.only": forbidden(),
  "operator.only": forbidden(),
  "limit.reached": tooMany("seconds"),
  "limit.at_once": tooMany("seconds"),
  "limit.passwords": tooMany("seconds"),
  "limit.searches": tooMany("seconds"),
  "limit.uploads": tooMany("seconds", "name"),

  "link.gone": invalid(),
  "link.of_settings_gone": invalid(),
  "link.of_sign_up_gone": invalid(),
  "link.forgotten": invalid(),
  "link.needs_password": invalid(),
  "sign_up.gone": invalid(),
  "sign_up.mail_wait": tooMany("seconds"),
  "code.gone": invalid(),
  "code.wrong": invalid("left"),
  "code.too_many_tries": tooMany("seconds"),
  "log_in.wrong": invalid(),
  "log_in.wait": tooMany("seconds", "where"),
  "log_in.link_offered": tooMany(),
  "account.suspended": forbidden(),
  "account.exists": conflict(),
  "address.same": invalid(),
  "address.taken": conflict(),
  "name.imitates_desk": invalid(),
  "password.wrong": invalid(),
  "password.changed": conflict(),
  "password.weak": invalid(),
  "password.same": invalid(),
  "password.too_long": invalid("max"),
  "password.slow": invalid(),
  "password.lacks": invalid("rules"),
  "password.guessable": invalid("why"),
  "person.exists": conflict("email"),
  "person.unknown": notFoundRule("email"),
  "person.last_admin": conflict("email"),

  "file.empty": invalid("name"),
  "file.kind": invalid("name"),
  "file.mislabelled": invalid("name"),
  "file.too_large": invalid("name", "max"),
  "file.has_too_much": invalid("name", "max", "bytes"),
  "file.infected": invalid("name", "virus"),
  "file.not_checked": conflict("name"),
  "file.day_full": tooMany("name", "max"),
  "file.too_many_unsent": tooMany("max"),
  "file.gone": conflict(),
  "file.some_refused": invalid(),
  "file.not_taken_here": invalid(),

  "request.sent_already": conflict("reference"),
  "request.sent_before_sharing": conflict("reference"),
  "message.missing": invalid(),
  "message.unfilled": conflict("names"),
  "comment.request_closed": forbidden("canFollow"),
  "comment.asks_reopen": invalid(),
  "comment.unseen": conflict("news"),
  "edit.not_yours": forbidden(),
  "edit.request_closed": forbidden(),
  "edit.too_late": forbidden("minutes"),
  "edit.conflict": conflict("present"),
  "correction.not_yours": forbidden(),
  "correction.not_open": forbidden("status"),
  "correction.conflict": conflict(),
  "correction.changed": conflict("present"),
  "correction.emptied": conflict(),
  "move.impossible": forbidden("move", "status"),
  "move.needs_resolution": invalid(),
  "move.conflict": conflict("status"),
  "follow_up.impossible": forbidden("reference"),
  "mute.takes_no_part": forbidden(),
  "note.agents_only": forbidden(),
  "assignment.agents_only": forbidden(),
  "assignment.no_agent": invalid(),
  "assignment.conflict": conflict(),

  "canned.not_yours": forbidden(),
  "canned.name_taken": invalid("name"),
  "canned.too_many": invalid("max"),
  "canned.placeholder_unknown": invalid("names"),
  "canned.archived": conflict(),
  "canned.restored": conflict(),
  "canned.changed": conflict("present"),

  "sharing.not_yours": forbidden(),
  "sharing.nobody_invited": invalid(),
  "sharing.yourself": invalid("email"),
  "sharing.requester": invalid("email"),
  "sharing.takes_part": invalid("email"),
  "sharing.invited": invalid("email"),
  "sharing.full": invalid("max"),
  "sharing.day_full": tooMany("seconds", "max"),
  "invitation.decided": conflict(),
  "invitation.gone": invalid(),
  "invitation.of_other_address": forbidden(),
  "participant.not_yours": forbidden(),
  "participant.gone": conflict(),
  "participant.only": forbidden(),

  "organisation.public_domain": invalid("domain"),
  "organisation.domain_taken": conflict("domain", "organisation"),
  "organisation.nobody": notFoundRule("email"),
  "organisation.has_member": conflict("email"),
  "organisation.member_by_domain": forbidden(),
  "organisation.no_member": conflict(),
  "organisation.choose": invalid(),
  "organisation.left": conflict(),
  "privacy.not_yours": forbidden(),

  "inbound.answers_nothing": invalid(),
  "inbound.no_such_request": invalid(),
  "inbound.decided": conflict(),
  "mail.on_its_way": conflict(),
  "mail.secret_gone": conflict(),
};

export type RefusalCode = keyof typeof refusals;
export type Params<C extends RefusalCode> = Record<(typeof refusals)[C]["params"][number], Param>;

/** What a text names: a number, what somebody typed, texts of the catalogue. */
type Param = SaidParams[string];
export type Message = { code: RefusalCode; params: Record<string, Param> };

type Place = {
  field?: string;
  fields?: Record<string, Message[] | undefined>;
  /** Values to send next time instead of those that were sent. */
  corrections?: Record<string, number | bigint>;
};

/** An expected refusal. Any other error is logged, and people are shown its reference. */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(
    readonly code: RefusalCode,
    readonly params: Record<string, Param>,
    readonly place: Place,
  ) {
    super(code);
    this.name = "Refusal";
    this.kind = refusals[code].kind;
  }

  get seconds(): number | undefined {
    const { seconds } = this.params;
    return typeof seconds === "number" ? seconds : undefined;
  }
}

export const isTooMany = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.kind === "too_many";

export function refuse<C extends RefusalCode>(
  code: C,
  ...[params, place]: keyof Params<C> extends never
    ? [params?: Record<string, never>, place?: Place]
    : [params: Params<C>, place?: Place]
): Refusal {
  return new Refusal(code, params ?? {}, place ?? {});
}

export function message<C extends RefusalCode>(
  code: C,
  ...[params]: keyof Params<C> extends never ? [] : [params: Params<C>]
): Message {
  return { code, params: params ?? {} };
}

export const busyWithPasswords = () => refuse("limit.passwords", { seconds: 5 });

/** The same for what does not exist and for what the actor may not see. */
export const notFound = () => refuse("not_found");
