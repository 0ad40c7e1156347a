import type { SaidParams } from "./messages/said";
import type { RefusalKind } from "./refusal-rules";
import { refusals } from "./refusals";

export type RefusalCode = keyof typeof refusals;
export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);
export type Params<C extends RefusalCode> = Record<(typeof refusals)[C]["params"][number], Param>;

/** What a text names: a number, what somebody typed, texts of the catalogue. */
type Param = SaidParams[string];
export type Message = { code: RefusalCode; params: Record<string, Param> };

type Place = {
  field?: string;
  fields?: Record<string, Message[] | undefined>;
  /** Values to send next time instead of those that were sent. */
  corrections?: Record<string, string | number | bigint>;
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
