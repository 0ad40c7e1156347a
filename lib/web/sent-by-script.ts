import "server-only";
import { headers } from "next/headers";

/** Whether the page's script sent the form, rather than the browser itself. */
export async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}
