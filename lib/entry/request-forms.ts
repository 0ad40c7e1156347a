import { z } from "zod";
import { referenceInput } from "../requests/input";

/** Which end of the history comes first, and which part of it the form was shown with. */
export const orderForm = z.strictObject({
  reference: referenceInput,
  order: z.enum(["newest", "oldest"], { error: "Choose an order." }),
  history: z.enum(["all", "comments"]).optional(),
});

/** Whether the person is notified about a request. */
export const muteForm = z.strictObject({
  reference: referenceInput,
  muted: z
    .enum(["yes", "no"], { error: "Choose whether you are notified." })
    .transform(answer => answer === "yes"),
});
