import "server-only";
import { headers } from "next/headers";
import { tagsAsked } from "../messages/asked";
import { type Translator, translatorAmong } from "../messages/translate";

/** The languages that the browser asks for, the one that was chosen in the footer first. */
export async function readAskedTags(): Promise<string[]> {
  const sent = await headers();
  return tagsAsked(sent.get("cookie") ?? "", sent.get("accept-language") ?? "");
}

/** The same for a route, which has the request at hand. */
export const translatorOfRequest = ({ headers: sent }: Request): Translator =>
  translatorAmong(tagsAsked(sent.get("cookie") ?? "", sent.get("accept-language") ?? ""));

/** For whoever sent the request that is being answered, as long as nothing else is known of them. */
export const askedTranslator = async (): Promise<Translator> => translatorAmong(await readAskedTags());
