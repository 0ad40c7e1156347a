"use server";

import { discardForm, publishForm, saveForm } from "@/lib/catalog/form-drafts";
import { discardFormInput } from "@/lib/catalog/form-input";
import { signedInAction } from "@/lib/entry/action";
import { publishFormForm, saveFormForm } from "@/lib/entry/form-builder-forms";

const typePage = (slug: string) => `/admin/catalog/types/${slug}`;

export const saveDraft = signedInAction({
  input: saveFormForm,
  limit: "saveForm",
  command: saveForm,
  staysOnPage: true,
  redirectTo: (_, { slug }) => `${typePage(slug)}/form`,
});

export const discardDraft = signedInAction({
  input: discardFormInput,
  command: discardForm,
  redirectTo: (_, { slug }) => `${typePage(slug)}?done=form_discarded`,
});

export const publishDraft = signedInAction({
  input: publishFormForm,
  command: publishForm,
  redirectTo: (_, { slug }) => `${typePage(slug)}?done=form_published`,
});
