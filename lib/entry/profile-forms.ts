import { z } from "zod";
import { profileInput } from "../accounts/input";

/** What the form sends where the browser is to decide. */
export const byBrowser = "browser";

const { language } = profileInput.shape;

export const profileForm = profileInput.extend({
  language: z.preprocess(sent => (sent === byBrowser ? null : sent), language),
});
