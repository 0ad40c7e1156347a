import type { DeskPage } from "@/lib/desk/agent-view";
import { tellMessage } from "@/lib/messages/refusals";
import type { Translator } from "@/lib/messages/translate";
import { isRefusalCode } from "@/lib/refusal";
import type { ToldHeld } from "./held-replies";

export function tellHeld({ dueReplies }: DeskPage, t: Translator): ToldHeld | undefined {
  const replies = dueReplies.flatMap(({ refusal, ...reply }) => {
    if (!refusal) return [];
    const { code, params } = refusal;
    return [
      { ...reply, why: isRefusalCode(code) ? tellMessage({ code, params }, t) : t("agent.held.unknown") },
    ];
  });
  if (replies.length === 0) return undefined;
  return {
    title: t("agent.held"),
    replies,
    takeBack: t("agent.held.take_back"),
    working: t("agent.held.working"),
    discard: t("forms.draft.discard"),
  };
}
