import { z } from "zod";
import { event, id } from "./define";

/** About the person who ordered the run. What it does to requests stands in their own events. */
const audience = ["person", "admins"] as const;

export const bulkEvents = {
  bulk_run_started: event(audience, { runId: id(), count: z.int() }),
  /** `count` requests were left as they were. */
  bulk_run_stopped: event(audience, { runId: id(), count: z.int() }),
};
