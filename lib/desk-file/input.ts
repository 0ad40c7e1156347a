import { z } from "zod";
import { emailInput } from "../accounts/address";
import { messageCode } from "../messages/said";

/** Given once; afterwards it is what a file knows something by. */
export const slugInput = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, messageCode("desk_file.slug"))
  .max(80);

export const archivedInput = z.literal(true).optional();

/** In one order, each once. */
export const setOf = (input: z.ZodType<string>) =>
  z
    .array(input)
    .transform(values => [...new Set(values)].sort())
    .default([]);

export const addressesInput = setOf(emailInput);

/** Each slug once, and each name once, as the desk has it. */
export function listOf<T extends { slug: string; name: string }>(item: z.ZodType<T>, hasOwnNames = true) {
  return z.array(item).superRefine((items, context) => {
    const [slugs, names] = [new Set<string>(), new Set<string>()];
    for (const [index, { slug, name }] of items.entries()) {
      const twice = (key: "slug" | "name", value: string) =>
        context.addIssue({
          code: "custom",
          path: [index, key],
          message: messageCode("desk_file.twice"),
          params: { key, value },
        });
      if (slugs.has(slug)) twice("slug", slug);
      if (hasOwnNames && names.has(name.toLowerCase())) twice("name", name);
      slugs.add(slug);
      names.add(name.toLowerCase());
    }
  });
}
