"use server";

import { stopRun } from "@/lib/bulk-runs/stop";
import { signedInAction } from "@/lib/entry/action";
import { bulkForm, findMeant, startBulkRun, stopForm } from "@/lib/entry/bulk-forms";

export const start = signedInAction({
  input: bulkForm,
  prepare: findMeant,
  command: startBulkRun,
  redirectTo: id => `/agent/bulk/${id}`,
});

export const stop = signedInAction({
  input: stopForm,
  command: stopRun,
  redirectTo: (_, { id }) => `/agent/bulk/${id}`,
  staysOnPage: true,
});
