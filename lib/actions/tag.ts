import "server-only";
import { z } from "zod";
import { tagRequest, untagRequest } from "../desk/tagging";
import { messageCode } from "../messages/said";
import { message } from "../refusal";
import { type AccessFacts, type Asking, can } from "../requests/policy";
import { tagInput } from "../tags/input";
import { action } from "./action";

/** A slug. */
const input = z.strictObject({ tag: z.string(messageCode("refusals.tag.gone.field")).pipe(tagInput) });

const preview = (asking: Asking, request: AccessFacts) =>
  can(asking, "tag", request) ? null : message("tag.agents_only");

// Whatever others did meanwhile, the request has the tag afterwards, or has it not.
export const tag = action({
  label: { code: "actions.tag" },
  asks: ["tag"],
  input,
  preview,
  command: (act, { reference }, { tag }) => tagRequest(act, { reference, tag }),
});

export const untag = action({
  label: { code: "actions.untag" },
  asks: ["any_tag"],
  input,
  preview,
  command: (act, { reference }, { tag }) => untagRequest(act, { reference, tag }),
});
