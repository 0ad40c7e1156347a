import "server-only";
import { headers } from "next/headers";

/** Whether a form was sent by the page's script; without it the browser posts the form itself. */
export async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}
