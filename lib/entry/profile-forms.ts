import { z } from "zod";
import { profileInput } from "../accounts/input";
import { speaksTag } from "../messages/languages";
import { messageCode } from "../messages/said";
import type { DeskSettings } from "../settings";

/** What the form sends where the browser is to decide. */
export const byBrowser = "browser";

const { language } = profileInput.shape;

/** Of languages it takes those that the desk speaks now. */
export const profileForm = async (_data: FormData, desk: DeskSettings) =>
  profileInput.extend({
    language: z
      .preprocess(sent => (sent === byBrowser ? null : sent), language)
      .refine(tag => tag === null || speaksTag(desk, tag), messageCode("accounts.language.missing")),
  });
