import type { DeskPage } from "@/lib/desk/agent-view";
import type { Translator } from "@/lib/messages/translate";
import { priorityCode } from "@/lib/requests/labels";
import { priorityNames } from "@/lib/requests/priorities";
import type { ToldPriority } from "./priority-form";

export const tellPriority = ({ priority }: DeskPage, t: Translator): ToldPriority => ({
  id: "priority",
  label: t("agent.priority"),
  value: priority,
  options: priorityNames.map(value => [value, t(priorityCode(value))]),
  save: { label: t("agent.priority.save"), working: t("agent.priority.working") },
});
