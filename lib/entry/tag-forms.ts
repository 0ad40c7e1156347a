import { z } from "zod";
import { tagInput } from "../tags/input";
import { yesOrNo } from "./request-forms";

export const archiveTagForm = z.strictObject({ slug: tagInput, isArchived: yesOrNo });
