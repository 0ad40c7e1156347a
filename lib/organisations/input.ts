import { z } from "zod";
import { messageCode } from "../messages/said";
import { addressOf } from "../text/email-address";
import { tidyLine } from "../text/tidy";

export const maxName = 100;

export const slugInput = z.string().max(80);

export const nameInput = z
  .string({ error: messageCode("organisations.name.missing") })
  .transform(tidyLine)
  .pipe(
    z
      .string()
      .min(1, messageCode("organisations.name.missing"))
      .max(maxName, messageCode("organisations.name.too_long")),
  );

/** As addresses have it: in small letters and ASCII. */
export const domainInput = z
  .string({ error: messageCode("organisations.domain.misfit") })
  .transform((typed, context) => {
    const domain = addressOf(`anybody@${typed.trim().replace(/^@/, "")}`)?.split("@")[1];
    if (domain) return domain;
    context.addIssue({ code: "custom", message: messageCode("organisations.domain.misfit") });
    return z.NEVER;
  });
