import { z } from "zod";
import { referenceInput } from "../requests/input";

export const orderForm = z.strictObject({
  reference: referenceInput,
  order: z.enum(["newest", "oldest"], { error: "Choose an order." }),
  history: z.enum(["all", "comments"]).optional(),
});

export const muteForm = z.strictObject({
  reference: referenceInput,
  muted: z
    .enum(["yes", "no"], { error: "Choose whether you are notified." })
    .transform(answer => answer === "yes"),
});
