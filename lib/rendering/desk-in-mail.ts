import "server-only";
import type { Desk, DeskLogo } from "@/emails/types";
import { fitInto, isWide, type Logo, logoRoom, pictureAddress } from "../desk-pictures";
import { env } from "../env";
import type { DeskSettings } from "../settings";
import { takesReplies } from "../transport/replies";

export function deskInMail({ deskName, accent, logo, mailFooter }: DeskSettings): Desk {
  return {
    name: deskName,
    url: env().APP_URL,
    accent,
    ...(logo && { logo: logoInMail(logo) }),
    ...(mailFooter !== "" && { footer: mailFooter }),
    takesReplies: takesReplies(),
  };
}

/**
 * By its address: a mail that carried it would be larger for every reader, and answers would bring it back as a file. The
 * address is that of these bytes for good, so that each try sends the same mail, and an old one shows what it showed.
 */
function logoInMail(logo: Logo): DeskLogo {
  return {
    url: env().APP_URL + pictureAddress(logo.hash),
    ...fitInto(logo, logoRoom),
    standsAlone: isWide(logo),
    ...(logo.ground !== "any" && { ground: grounds[logo.ground] }),
  };
}

const grounds = { light: "#ffffff", dark: "#17211e" };
