"use server";

import { addCategory, archiveCategory, describeCategory } from "@/lib/catalog/categories";
import {
  addCategoryInput,
  addTypeInput,
  describeCategoryInput,
  describeTypeInput,
  publishTypeInput,
  typeInput,
} from "@/lib/catalog/input";
import { moveCategory, moveType } from "@/lib/catalog/order";
import { setAudience } from "@/lib/catalog/restriction";
import { setPriorityRule } from "@/lib/catalog/rule";
import { nameStatuses } from "@/lib/catalog/statuses";
import { translateCategory, translateType } from "@/lib/catalog/translate";
import { archiveType, chooseFallback, describeType, publishType } from "@/lib/catalog/types";
import { signedInAction } from "@/lib/entry/action";
import {
  addTypeWithForm,
  archiveForm,
  audienceForm,
  moveCategoryForm,
  moveTypeForm,
  sentRule,
  statusWordsForm,
  teamOfTypeForm,
} from "@/lib/entry/catalog-forms";
import { translateCategoryForm, translateTypeForm } from "@/lib/entry/translation-forms";
import { setTeamOfType } from "@/lib/teams/types";

const path = "/admin/catalog";
const typePage = (slug: string, done: string) => `${path}/types/${slug}?done=${done}`;
const afterType =
  (done: string) =>
  (_: unknown, { slug }: { slug: string }) =>
    typePage(slug, done);

export const newCategory = signedInAction({
  input: addCategoryInput,
  command: addCategory,
  redirectTo: () => `${path}?done=category_added`,
});

export const newType = signedInAction({
  input: addTypeInput,
  command: addTypeWithForm,
  redirectTo: slug => typePage(slug, "added"),
});

export const placeType = signedInAction({
  input: moveTypeForm,
  command: moveType,
  staysOnPage: true,
  redirectTo: () => path,
});

/** From its own page: behind all others of the category. */
export const recategorise = signedInAction({
  input: moveTypeForm,
  command: moveType,
  redirectTo: afterType("moved"),
});

export const placeCategory = signedInAction({
  input: moveCategoryForm,
  command: moveCategory,
  staysOnPage: true,
  redirectTo: () => path,
});

export const wordCategory = signedInAction({
  input: describeCategoryInput,
  command: describeCategory,
  redirectTo: (_, { slug }) => `${path}/categories/${slug}?done=changed`,
});

export const retireCategory = signedInAction({
  input: archiveForm,
  command: archiveCategory,
  redirectTo: (_, { slug, isArchived }) =>
    `${path}/categories/${slug}?done=${isArchived ? "archived" : "restored"}`,
});

export const wordType = signedInAction({
  input: describeTypeInput,
  command: describeType,
  redirectTo: afterType("changed"),
});

export const publish = signedInAction({
  input: publishTypeInput,
  command: publishType,
  redirectTo: afterType("published"),
});

export const retireType = signedInAction({
  input: archiveForm,
  command: archiveType,
  redirectTo: (_, { slug, isArchived }) => typePage(slug, isArchived ? "archived" : "restored"),
});

export const makeFallback = signedInAction({
  input: typeInput,
  command: chooseFallback,
  redirectTo: afterType("fallback"),
});

export const giveToTeam = signedInAction({
  input: teamOfTypeForm,
  command: (act, { slug, from, team: to }) => setTeamOfType(act, { slug, from, to }),
  redirectTo: afterType("team"),
});

export const restrict = signedInAction({
  input: audienceForm,
  command: setAudience,
  redirectTo: afterType("audience"),
});

export const wordStatuses = signedInAction({
  input: statusWordsForm,
  command: nameStatuses,
  redirectTo: afterType("statuses"),
});

export const rulePriority = signedInAction({
  input: sentRule,
  command: setPriorityRule,
  redirectTo: afterType("rule"),
});

const translationsOf = (kind: "categories" | "types", slug: string, language: string) =>
  `/admin/catalog/${kind}/${slug}/translations?language=${language}&done=translated`;

export const sayCategory = signedInAction({
  input: translateCategoryForm,
  command: translateCategory,
  redirectTo: (_, { slug, language }) => translationsOf("categories", slug, language),
});

export const sayType = signedInAction({
  input: translateTypeForm,
  command: translateType,
  redirectTo: (_, { slug, language }) => translationsOf("types", slug, language),
});
