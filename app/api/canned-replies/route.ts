import { answerReplies } from "@/lib/entry/canned-replies";

/** For agents only. */
export const GET = answerReplies;
