"use server";

import { translateCategory, translateType } from "@/lib/catalog/translate";
import { signedInAction } from "@/lib/entry/action";
import { translateCategoryForm, translateTypeForm } from "@/lib/entry/translation-forms";

const pageOf = (kind: "categories" | "types", slug: string, language: string) =>
  `/admin/catalog/${kind}/${slug}/translations?language=${language}&done=translated`;

export const sayCategory = signedInAction({
  input: translateCategoryForm,
  command: translateCategory,
  redirectTo: (_, { slug, language }) => pageOf("categories", slug, language),
});

export const sayType = signedInAction({
  input: translateTypeForm,
  command: translateType,
  redirectTo: (_, { slug, language }) => pageOf("types", slug, language),
});
