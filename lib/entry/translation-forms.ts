import { z } from "zod";
import { translateCategoryInput, translateTypeInput } from "../catalog/input";

// A form sends only what is filled in.

export const translateCategoryForm = translateCategoryInput.extend({
  words: z.preprocess(words => words ?? {}, translateCategoryInput.shape.words),
});

export const translateTypeForm = translateTypeInput.extend({
  words: z.preprocess(words => words ?? {}, translateTypeInput.shape.words),
});
