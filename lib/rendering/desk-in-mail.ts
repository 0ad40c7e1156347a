import "server-only";
import type { Desk } from "@/emails/types";
import { env } from "../env";
import { takesReplies } from "./reply-address";

export function deskInMail(): Desk {
  return {
    name: env().DESK_NAME,
    url: env().APP_URL,
    accent: env().DESK_ACCENT,
    takesReplies: takesReplies(),
  };
}
