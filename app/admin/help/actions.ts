"use server";

import { signedInAction } from "@/lib/entry/action";
import { archiveArticleForm, publishArticleForm, removeWordsForm } from "@/lib/entry/help-forms";
import { addArticle, archiveArticle, changeArticle, publishArticle, shiftArticle } from "@/lib/help/change";
import { removeWords } from "@/lib/help/feedback";
import { type ArticleInput, addArticleInput, changeArticleInput, shiftArticleInput } from "@/lib/help/input";

const list = "/admin/help";
const pathOf = ({ slug, language }: ArticleInput) => `${list}/${slug}/${language}`;

export const add = signedInAction({
  input: addArticleInput,
  command: (act, input) => addArticle(act, input),
  redirectTo: page => `${pathOf(page)}?done=added`,
});

export const change = signedInAction({
  input: changeArticleInput,
  command: changeArticle,
  redirectTo: (_, page) => `${pathOf(page)}?done=changed`,
});

export const publish = signedInAction({
  input: publishArticleForm,
  command: publishArticle,
  redirectTo: (_, page) => `${pathOf(page)}?done=${page.isPublished ? "published" : "withdrawn"}`,
});

export const shift = signedInAction({
  input: shiftArticleInput,
  command: shiftArticle,
  staysOnPage: true,
  redirectTo: () => list,
});

export const archive = signedInAction({
  input: archiveArticleForm,
  command: archiveArticle,
  redirectTo: (_, page) => `${pathOf(page)}?done=${page.isArchived ? "archived" : "restored"}`,
});

export const remove = signedInAction({
  input: removeWordsForm,
  command: (act, { feedback, seen }) => removeWords(act, { feedback, seen }),
  redirectTo: (_, page) => `${pathOf(page)}/feedback?done=removed`,
});
