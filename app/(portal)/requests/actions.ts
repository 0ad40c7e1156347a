"use server";

import { signedInAction } from "@/lib/entry/action";
import { usualListInput } from "@/lib/search/input";
import { keepUsualList } from "@/lib/search/usual";

export const keepUsual = signedInAction({
  input: usualListInput,
  command: keepUsualList,
  redirectTo: (_, { list }) => `/requests?${list || "show=open"}`,
});
