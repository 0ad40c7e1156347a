import "server-only";
import { z } from "zod";
import type { MessageParams } from "../generated/messages";
import { type Said, say } from "../messages/said";
import { deskTranslator, type MessageCode } from "../messages/translate";

type ReasonCode = Extract<MessageCode, `mail.reason.${string}`>;
type Args<P> = [P] extends [never] ? [] : [params: P];

/** Why a mail is not sent, as it is stored: a code, and its parameters as JSON. */
export function writeReason<C extends ReasonCode>(code: C, ...[params]: Args<MessageParams[C]>): string {
  return params ? `${code} ${JSON.stringify(params)}` : code;
}

/** What a mail server answered, or an earlier release wrote, is said as it is. */
export const readReason = (stored: string): Said =>
  readOwn(stored) ?? { code: "mail.answer", params: { answer: stored } };

const shape = /^(mail\.reason\.[a-z_.]+)(?: (\{.*\}))?$/s;
const storedParams = z.record(z.string(), z.union([z.string(), z.number()]));

function readOwn(stored: string): Said | null {
  const [, code = "", params = "{}"] = shape.exec(stored) ?? [];
  if (!deskTranslator().has(code)) return null;
  try {
    const said = { code, params: storedParams.parse(JSON.parse(params)) };
    // Throws if another release stored other parameters.
    say(deskTranslator(), said);
    return said;
  } catch {
    return null;
  }
}
