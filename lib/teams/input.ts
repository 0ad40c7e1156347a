import { z } from "zod";
import { messageCode } from "../messages/said";
import { tidyLine } from "../text/tidy";

export const maxName = 60;

export const teamInput = z.string().regex(/^[a-z0-9-]{1,80}$/, messageCode("refusals.team.gone.field"));

export const teamNameInput = z
  .string({ error: messageCode("teams.name.missing") })
  .transform(tidyLine)
  .pipe(
    z
      .string()
      .min(1, messageCode("teams.name.missing"))
      .max(maxName, messageCode("organisations.name.too_long")),
  );
