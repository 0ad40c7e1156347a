import { z } from "zod";
import {
  changeReplyInput,
  removeTextInput,
  replyInput,
  shiftReplyInput,
  textOfReplyInput,
  wordsOfReplyInput,
} from "../canned-replies/input";
import { type Owner, ofTeam } from "../canned-replies/paths";
import { teamInput } from "../teams/input";

const ownerInput = z.union([
  z.enum(["person", "desk"]),
  z
    .string()
    .startsWith(ofTeam)
    .transform(text => text.slice(ofTeam.length))
    .pipe(teamInput)
    .transform(team => ({ team })),
]) satisfies z.ZodType<Owner>;

const of = { of: ownerInput };
const ofReply = { ...of, slug: z.string().regex(/^[a-z0-9-]{1,100}$/) };

export const newReplyForm = wordsOfReplyInput.extend(of);
export const changeReplyForm = changeReplyInput.extend(of);
export const replyForm = replyInput.extend(of);
export const shiftReplyForm = shiftReplyInput.extend(of);
export const replyTextForm = textOfReplyInput.extend(ofReply);
export const removeTextForm = removeTextInput.extend(ofReply);
