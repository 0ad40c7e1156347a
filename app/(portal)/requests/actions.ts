"use server";

import { formAction } from "@/lib/entry/action";
import { usualListInput } from "@/lib/search/input";
import { keepUsualList } from "@/lib/search/usual";

export const keepUsual = formAction({
  input: usualListInput,
  command: keepUsualList,
  done: (_, { list }) => `/requests?${list || "show=open"}`,
});
