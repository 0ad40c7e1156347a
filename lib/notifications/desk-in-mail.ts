import "server-only";
import type { Desk } from "@/emails/types";
import { env } from "../env";

export function deskInMail(): Desk {
  return { name: env().DESK_NAME, url: env().APP_URL, accent: env().DESK_ACCENT };
}
