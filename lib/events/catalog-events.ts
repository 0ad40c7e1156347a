import { z } from "zod";
import { TypeAudience } from "../generated/enums";
import { languages } from "../messages/languages";
import { event, id } from "./define";

const category = { categoryId: id() };
const type = { typeId: id() };

/** Places count from zero, archived ones too. */
const place = () => z.int().min(0);

export const catalogEvents = {
  /** These four change texts of what they are about, by the names of its columns; in other languages as `name.de`. */
  category_added: event("admins", category),
  category_changed: event("admins", category),
  type_added: event("admins", { ...type, ...category }),
  type_changed: event("admins", type),
  category_moved: event("admins", { ...category, from: place(), to: place() }),
  category_archived: event("admins", category),
  category_restored: event("admins", category),
  type_moved: event("admins", {
    ...type,
    fromCategoryId: id(),
    toCategoryId: id(),
    from: place(),
    to: place(),
  }),
  /** Changes `organisations`, which are slugs. */
  type_audience_set: event("admins", {
    ...type,
    from: z.enum(TypeAudience),
    to: z.enum(TypeAudience),
  }),
  /** Changes its words, by the names of statuses. */
  type_statuses_named: event("admins", type),
  type_published: event("admins", type),
  type_archived: event("admins", type),
  type_restored: event("admins", type),
  /** Its texts are in the desk's new language, as far as they were translated to that. */
  catalog_turned: event("admins", { from: z.enum(languages), to: z.enum(languages) }),
  /** What is offered when nothing else fits. */
  fallback_chosen: event("admins", { fromTypeId: id().nullable(), toTypeId: id() }),
  form_draft_begun: event("admins", type),
  form_draft_discarded: event("admins", type),
  /** The forms say what was asked before and is asked now. */
  form_published: event("admins", { ...type, fromFormId: id(), toFormId: id() }),
  /** The form asks the same; only what its answers are worth is new. */
  priority_rule_set: event("admins", { ...type, fromFormId: id(), toFormId: id() }),
};
