import "server-only";
import type { Desk } from "@/emails/types";
import { env } from "../env";
import type { DeskSettings } from "../settings";
import { takesReplies } from "../transport/replies";

export function deskInMail({ deskName, accent, mailFooter }: DeskSettings): Desk {
  return {
    name: deskName,
    url: env().APP_URL,
    accent,
    ...(mailFooter !== "" && { footer: mailFooter }),
    takesReplies: takesReplies(),
  };
}
