import { answerPeek } from "@/lib/entry/queue-search";

/** For agents only. */
export const GET = answerPeek;
