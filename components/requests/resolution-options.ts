import type { Translator } from "@/lib/messages/translate";
import { resolutionCode } from "@/lib/requests/labels";
import { agentResolutions } from "@/lib/requests/lifecycle";

/** What an agent chooses from. */
export const resolutionOptions = (t: Translator) =>
  agentResolutions.map(value => ({ value, label: t(resolutionCode(value)) }));
