import { z } from "zod";
import { linkInput } from "../desk/input";
import { linkRequest } from "../desk/linking";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { moveInput } from "../requests/input";
import { referenceOf } from "../requests/reference";
import type { DeskSettings } from "../settings";
import { inLatinDigits } from "../text/digits";
import { onwardForm } from "./onward";

const missing = messageCode("linked.other.missing");

/** The other one is named by its reference, by its number alone, or by the address of its page. */
export const linkForm = (settings: DeskSettings) =>
  linkInput.omit({ resolve: true }).extend({
    other: z
      .string({ error: missing })
      .max(500, missing)
      .transform(typed => referenceIn(typed, settings)),
    ...onwardForm,
    resolves: z.literal("yes").optional(),
    ...moveInput.pick({ version: true, seen: true }).shape,
  });

function referenceIn(typed: string, settings: DeskSettings): string {
  const [path = ""] = typed.trim().replace(/^#/, "").split(/[?#]/);
  const last = inLatinDigits(path.split("/").at(-1) ?? "");
  return /^[1-9]\d{0,8}$/.test(last) ? referenceOf(Number(last), settings) : last.slice(0, 40);
}

/** What is only related is not resolved for that. @throws Refusal as `linkRequest` does */
export function sendLink(act: Act, sent: z.output<ReturnType<typeof linkForm>>): Promise<void> {
  const { resolves, version, seen, reference, other, kind } = sent;
  const resolve = resolves && kind === "duplicate" && { version, seen };
  return linkRequest(act, { reference, other, kind, ...(resolve && { resolve }) });
}
