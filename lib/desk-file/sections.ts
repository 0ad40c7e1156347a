import "server-only";
import { z } from "zod";
import { cannedReplies } from "./canned-replies";
import { catalog } from "./catalog";
import { help } from "./help";
import { lists } from "./lists";
import { organisations } from "./organisations";
import { pictures } from "./pictures";
import type { Section } from "./section";
import { settings } from "./settings";
import { tags } from "./tags";
import { teams } from "./teams";
import { views } from "./views";

/** In the order in which a file has them, and in which they are carried out: each needs earlier ones alone. Pictures stand last, because nobody can read them. */
const table = { settings, teams, tags, organisations, lists, catalog, cannedReplies, views, help, pictures };

export const sections = Object.entries(table) as [SectionName, Section<unknown>][];
export type SectionName = keyof typeof table;
export const sectionNames = sections.map(([name]) => name);

/** The version of the format, then any of the sections. */
export const deskFileInput = z.strictObject({
  lodge: z.literal(1),
  ...(Object.fromEntries(sections.map(([name, { schema }]) => [name, schema.optional()])) as Record<
    SectionName,
    z.ZodOptional<z.ZodType<unknown>>
  >),
});

export type DeskFile = { lodge: 1 } & Partial<Record<SectionName, unknown>>;
