"use server";

import { signedInAction } from "@/lib/entry/action";
import { usualListForm } from "@/lib/entry/list-forms";
import { toQueryString } from "@/lib/search/own-list";
import { keepUsualList } from "@/lib/search/usual";

export const keepUsual = signedInAction({
  input: usualListForm,
  command: (act, { list }) => keepUsualList(act, list),
  redirectTo: (_, { list }) => `/requests?${list ? toQueryString(list) : "show=open"}`,
});
