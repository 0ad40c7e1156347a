import { newViewInput } from "../saved-views/input";
import { yesOrNo } from "./request-forms";

/** A view for everybody, or without the tick for oneself. */
export const saveViewForm = newViewInput
  .extend({ shared: yesOrNo.optional() })
  .transform(({ shared, ...view }) => ({ ...view, owner: shared ? ("desk" as const) : ("person" as const) }));
