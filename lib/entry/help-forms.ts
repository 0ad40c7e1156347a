import { articleInput } from "../help/input";
import { yesOrNo } from "./request-forms";

export const publishArticleForm = articleInput.extend({ isPublished: yesOrNo });
export const archiveArticleForm = articleInput.extend({ isArchived: yesOrNo });
