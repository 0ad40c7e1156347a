import { z } from "zod";
import { messageCode } from "../messages/said";

/** A button of a row is named by what it does, and its value is the row. */
const row = <S extends z.ZodType<string>>(slug: S) => slug.optional();

export const shiftFields = <S extends z.ZodType<string>>(slug: S) => ({
  earlier: row(slug),
  later: row(slug),
});
export const archiveFields = <S extends z.ZodType<string>>(slug: S) => ({
  archive: row(slug),
  restore: row(slug),
});

type Shift = { earlier?: string | undefined; later?: string | undefined };
type Archiving = { archive?: string | undefined; restore?: string | undefined };

export function shifting<T extends Shift>({ earlier, later, ...rest }: T, context: z.RefinementCtx) {
  const to = earlier === undefined ? ("later" as const) : ("earlier" as const);
  return { ...rest, slug: pressed(earlier ?? later, context), to };
}

export function archiving({ archive, restore }: Archiving, context: z.RefinementCtx) {
  return { slug: pressed(archive ?? restore, context), isArchived: archive !== undefined };
}

function pressed(slug: string | undefined, context: z.RefinementCtx): string {
  if (slug !== undefined) return slug;
  context.addIssue({ code: "custom", message: messageCode("validation.misfit") });
  return z.NEVER;
}
