import { tellAnswer } from "@/components/requests/tell-answer";
import { agentsBox } from "@/lib/catalog/conditions";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { Translator } from "@/lib/messages/translate";
import { requestPath } from "@/lib/requests/view";
import type { ToldAgents } from "./agents-card";

/** Undefined where the form asks agents nothing. */
export function tellAgents(
  { reference, agentLines, canCorrect }: DeskPage,
  t: Translator,
): ToldAgents | undefined {
  if (agentLines.length === 0) return undefined;
  const href = `${requestPath(reference, "agent")}/correct#${agentsBox}`;
  return {
    title: t("corrections.agents"),
    answers: agentLines.map(({ label, section, value, isMissing }) =>
      value
        ? tellAnswer({ label, ...(section !== undefined && { section }), ...value }, t)
        : {
            ...{ label, ...(section !== undefined && { section }) },
            value: { none: t(isMissing ? "corrections.agents.missing" : "requests.answers.none") },
          },
    ),
    ...(canCorrect && { correct: { label: t("corrections.agents.correct"), href } }),
  };
}
