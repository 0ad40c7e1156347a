import "server-only";
import { headers } from "next/headers";

export async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}
