import type { ToldDetails } from "@/components/requests/details-card";
import type { DeskPage } from "@/lib/desk/agent-view";
import type { Translator } from "@/lib/messages/translate";
import { requestPath } from "@/lib/requests/view";
import { linkLinkId, retypeLinkId } from "./link-ids";

type Ways = NonNullable<ToldDetails["ways"]>;

/** Where an agent changes more of a request, and an admin what the request made them notice. */
export function tellWays(request: DeskPage, isAdmin: boolean, t: Translator): Ways {
  const { reference, canCorrect } = request;
  const path = requestPath(reference, "agent");
  return [
    ...(canCorrect ? [{ id: retypeLinkId, label: t("type_change.title"), href: `${path}/type` }] : []),
    { id: linkLinkId, label: t("linked.add"), href: `${path}/link` },
    ...(isAdmin ? waysOfAdmins(request, t) : []),
  ];
}

function waysOfAdmins(request: DeskPage, t: Translator): Ways {
  const { typeSlug, team, organisation, organisationSlug, requester } = request;
  const type = `/admin/catalog/types/${typeSlug}`;
  return [
    { id: "edit-type", label: t("catalog_admin.edit_type"), href: type },
    { id: "edit-statuses", label: t("agent.ways.statuses"), href: `${type}#statuses` },
    ...(team
      ? [
          {
            id: "edit-team",
            label: t("agent.ways.team", { team: team.name }),
            href: `/admin/teams/${team.slug}`,
          },
        ]
      : []),
    ...(organisation !== null && organisationSlug !== null
      ? [
          {
            id: "edit-organisation",
            label: t("agent.ways.organisation", { organisation }),
            href: `/admin/organisations/${organisationSlug}`,
          },
        ]
      : []),
    { id: "edit-tags", label: t("agent.ways.tags"), href: "/admin/tags" },
    { id: "edit-customer", label: t("agent.ways.customer"), href: `/admin/people/${requester.id}` },
  ];
}
