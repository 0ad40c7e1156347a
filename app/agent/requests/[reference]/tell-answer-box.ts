import { tellResolutions } from "@/components/requests/tell-move";
import type { DeskPage } from "@/lib/desk/agent-view";
import { answerFormId, modeClass } from "@/lib/desk/modes";
import type { Translator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import { moveCode } from "@/lib/requests/labels";
import type { ToldAnswerBox } from "./answer-box";
import type { ToldMode } from "./mode-switch";

export const answerForm = { id: answerFormId, names: ["mode", "body", "resolution", "seen"] };

type Request = Pick<DeskPage, "latest" | "canComment" | "moves" | "assignsByReply">;

export function tellAnswerBox(
  { latest, canComment, moves, assignsByReply }: Request,
  t: Translator,
): ToldAnswerBox {
  const offers = moves.filter(({ surface }) => surface === "mode");
  const asking = offers.filter(({ asksResolution }) => asksResolution).map(({ move }) => move);
  const modes: Omit<ToldMode, "className">[] = [
    ...(canComment ? [replyIn(t, assignsByReply)] : []),
    ...offers.map(({ move }) => ({
      value: move,
      label: t(moveCode(move, "label")),
      hint: t(moveCode(move, "hint")),
    })),
    noteIn(t),
  ];
  return {
    id: answerFormId,
    title: t("agent.answer"),
    latest,
    what: t("agent.answer.what"),
    modes: modes.map(mode => ({ ...mode, className: modeClass(mode.value) })),
    words: {
      label: t("agent.answer.message"),
      help: t("agent.answer.message.help"),
      maxLength: limits.comment,
    },
    canned: { button: t("canned_replies.picker.insert"), failed: t("canned_replies.picker.failed") },
    files: t("agent.answer.files"),
    ...(asking.length > 0 && {
      resolution: {
        className: modeClass(...asking),
        field: tellResolutions(t, {
          label: "agent.answer.resolution",
          none: "agent.answer.resolution.choose",
        }),
      },
    }),
  };
}

const replyIn = (t: Translator, assigns: boolean) => ({
  value: "reply",
  label: t("agent.answer.reply"),
  hint: t(assigns ? "agent.answer.reply.hint_assigning" : "agent.answer.reply.hint"),
  button: t("agent.answer.reply.send"),
});

const noteIn = (t: Translator) => ({
  value: "note",
  label: t("agent.answer.note"),
  hint: t("agent.answer.note.hint"),
  button: t("agent.answer.note.send"),
  isInternal: true as const,
});
