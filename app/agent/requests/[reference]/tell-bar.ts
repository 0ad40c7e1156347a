import type { AgentOrAway } from "@/lib/accounts/agents";
import type { Clock } from "@/lib/clock";
import type { DeskPage } from "@/lib/desk/agent-view";
import { sayDate } from "@/lib/formats";
import type { Translator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";
import type { ToldAssigning } from "./assign-menu";
import type { ToldTeams } from "./team-menu";
import { tellPriority } from "./tell-priority";
import { tellTags } from "./tell-tags";
import type { ToldBar } from "./work-bar";

export function tellBar(request: DeskPage, t: Translator, clock: Clock): ToldBar {
  const teams = tellTeams(request, t);
  return {
    label: t("agent.bar"),
    status: { status: request.status, label: t(statusCode(request.status, "agent")) },
    assigning: tellAssigning(request, t, clock),
    ...(teams && { teams }),
    priority: tellPriority(request, t),
    tags: tellTags(request, t),
    more: t("agent.bar.more"),
    reply: t("agent.bar.reply"),
  };
}

function tellAssigning({ assignee, agents }: DeskPage, t: Translator, clock: Clock): ToldAssigning {
  const awayOf = ({ awayUntil }: AgentOrAway) =>
    awayUntil === null ? undefined : t("away.of", { day: sayDate(new Date(awayUntil), clock, "shortDay") });
  const away = assignee && awayOf(assignee);
  return {
    ...(assignee
      ? { assignee: { id: assignee.id, name: assignee.name, ...(away && { away }) } }
      : { claim: { label: t("agent.claim"), working: t("agent.claim.working") } }),
    agents: agents
      .map(agent => {
        const { id, name, address } = agent;
        const aside = [address, awayOf(agent)].filter(Boolean).join(", ");
        const said = [id, name, aside, address ?? ""];
        return said
          .map(text => text.replaceAll(/[\t\n]/g, " "))
          .join("\t")
          .trimEnd();
      })
      .join("\n"),
    assign: t("agent.assign"),
    label: t("agent.bar.assignee"),
    nobodyYet: t("agent.bar.nobody"),
    nobody: t("agent.assign.nobody"),
  };
}

/** On a desk without teams nothing speaks of them. */
function tellTeams({ team, teams }: DeskPage, t: Translator): ToldTeams | undefined {
  if (team === null && teams.length === 0) return undefined;
  return {
    ...(team && { team }),
    teams: teams.map(({ slug, name }) => [slug, name]),
    label: t("teams.team"),
    none: t("teams.none_of_request"),
    handOver: t(team ? "teams.hand_over.other" : "teams.hand_over"),
    help: t("teams.hand_over.help"),
  };
}
