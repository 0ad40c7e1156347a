import type { Translator } from "@/lib/messages/translate";
import type { MoveOffer } from "@/lib/requests/customer-view";
import { limits } from "@/lib/requests/input";
import { moveCode, resolutionCode } from "@/lib/requests/labels";
import { agentResolutions } from "@/lib/requests/lifecycle";
import type { ToldMove, ToldResolutions } from "./told-moves";

export function tellMove({ move, comment, asksResolution, isDrastic }: MoveOffer, t: Translator): ToldMove {
  return {
    move,
    label: t(moveCode(move, "label")),
    ...(isDrastic && { isDrastic }),
    ...((comment !== "none" || asksResolution) && { hint: t(moveCode(move, "hint")) }),
    ...(comment !== "none" && {
      words: { label: t(`requests.move.message.${comment}`), need: comment, maxLength: limits.comment },
    }),
    ...(asksResolution && {
      resolutions: tellResolutions(t),
    }),
    labels: { body: t("requests.move.message"), resolution: t("requests.resolution") },
  };
}

/** What an agent chooses from. */
const tellResolutions = (t: Translator): ToldResolutions => ({
  label: t("requests.resolution"),
  emptyLabel: t("requests.resolution.none"),
  options: agentResolutions.map(value => ({ value, label: t(resolutionCode(value)) })),
});
