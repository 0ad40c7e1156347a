import "server-only";
import { z } from "zod";
import { writingInput } from "../desk/writing";
import { messageCode } from "../messages/said";
import { choicesInput, topics } from "../notifications/choices";
import { yesOrNo } from "./request-forms";

/** Boxes that are not ticked send nothing, and one that is alone in its row no list. */
export const choicesForm = z
  .strictObject({
    ways: z.partialRecord(z.enum(topics), z.unknown()).optional(),
    wait: z.number().int().optional(),
    sound: z.literal("yes", { error: messageCode("validation.misfit") }).optional(),
  })
  .transform(({ ways = {}, wait, sound }) => ({
    ways: Object.fromEntries(topics.map(topic => [topic, [ways[topic] ?? []].flat()])),
    wait,
    hasSound: sound === "yes",
  }))
  .pipe(choicesInput);

export const writingForm = z
  .strictObject({ undo: yesOrNo, signature: writingInput.shape.signature })
  .transform(({ undo, signature }) => ({ undoes: undo, signature }));
