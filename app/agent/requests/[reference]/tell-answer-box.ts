import type { DeskPage } from "@/lib/desk/agent-view";
import { modeClass } from "@/lib/desk/mode-class";
import { answerFormId } from "@/lib/desk/modes";
import { partsOf, type Send, sendsOn } from "@/lib/desk/sends";
import type { Translator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import { moveCode, resolutionCode, statusCode } from "@/lib/requests/labels";
import { agentResolutions } from "@/lib/requests/lifecycle";
import { moves as rules } from "@/lib/requests/moves";
import type { ToldAnswerBox } from "./answer-box";
import type { ToldSendAnd } from "./send-and";

export const answerForm = { id: answerFormId, names: ["mode", "body", "resolution", "seen"] };

type Request = Pick<
  DeskPage,
  "latest" | "status" | "canComment" | "moves" | "assignsByReply" | "habits" | "signature"
>;
type Mode = ToldAnswerBox["modes"][number];

export function tellAnswerBox(request: Request, t: Translator): ToldAnswerBox {
  const { latest, canComment, moves, habits, signature } = request;
  const offers = moves.filter(({ surface }) => surface === "mode");
  const asking = offers.filter(({ asksResolution }) => asksResolution).map(({ move }) => move);
  const modes: Mode[] = [
    ...(canComment ? [replyIn(request, t)] : []),
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
    modes,
    words: {
      label: t("agent.answer.message"),
      help: t("agent.answer.message.help"),
      placeholder: t("agent.answer.message.placeholder"),
      maxLength: limits.comment,
    },
    canned: { button: t("canned_replies.picker.insert"), failed: t("canned_replies.picker.failed") },
    colleagues: t("agent.mention"),
    files: t("agent.answer.files"),
    ...(signature && {
      signature: {
        className: modeClass(...modes.filter(({ isInternal }) => !isInternal).map(({ value }) => value)),
        label: t("agent.answer.signature"),
        text: signature,
      },
    }),
    ...(asking.length > 0 && {
      resolution: {
        className: modeClass(...asking),
        field: {
          label: t("agent.answer.resolution"),
          options: agentResolutions.map(value => [value, t(resolutionCode(value))]),
          ...(habits.resolution && { last: habits.resolution }),
        },
      },
    }),
    sendAnd: tellSendAnd(request, t),
  };
}

function tellSendAnd(request: Request, t: Translator): ToldSendAnd {
  return {
    label: t("agent.send_and"),
    sends: {
      className: modeClass("reply"),
      options: sendsOn(request).map(value => [value, sayOf(value, request, t)]),
    },
    assign: {
      label: t("agent.send_and.assign"),
      unchanged: t("agent.send_and.assign.unchanged"),
      nobody: t("agent.assign.nobody"),
    },
    after: {
      label: t("agent.send_and.after"),
      stay: t("agent.send_and.after.stay"),
      next: t("agent.send_and.after.next"),
      isNext: request.habits.after === "next",
    },
  };
}

function sayOf(send: Send, { status }: Pick<Request, "status">, t: Translator): string {
  if (send === "reply") return t("agent.answer.reply.send");
  const { mode, resolution, preset } = partsOf(send);
  if (preset) return t(`agent.send_and.snooze.${preset}`);
  if (mode === "reply") return t("agent.send_and.keep", { status: t(statusCode(status, "agent")) });
  if (resolution) return t("agent.send_and.resolve", { resolution: t(resolutionCode(resolution)) });
  return t("agent.send_and.move", { status: t(statusCode(rules[mode].to, "agent")) });
}

/** Its button does what its writer chose last, where that is possible. */
function replyIn(request: Request, t: Translator): Mode {
  const { send } = request.habits;
  const last = send && send !== "reply" && sendsOn(request).includes(send) ? send : null;
  const hint = request.assignsByReply ? "agent.answer.reply.hint_assigning" : "agent.answer.reply.hint";
  return {
    value: "reply",
    label: t("agent.answer.reply"),
    hint: t(hint),
    button: sayOf(last ?? "reply", request, t),
    ...(last && { send: last }),
  };
}

const noteIn = (t: Translator): Mode => ({
  value: "note",
  label: t("agent.answer.note"),
  hint: t("agent.answer.note.hint"),
  button: t("agent.answer.note.send"),
  isInternal: true as const,
});
