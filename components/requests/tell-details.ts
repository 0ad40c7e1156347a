import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import type { RequestTitle } from "@/lib/requests/follow-up";
import { resolutionCode } from "@/lib/requests/labels";
import { type RequestView, requestPath } from "@/lib/requests/view";
import type { ToldDetails } from "./details-card";
import { tellAnswer } from "./tell-answer";
import { tellPieces } from "./telling";

type Request = Pick<
  RequestPage,
  "typeName" | "categoryName" | "resolution" | "follows" | "followUps" | "organisation" | "isPrivate"
>;

export function tellDetails(request: Request, view: RequestView, t: Translator): ToldDetails {
  const { typeName, categoryName, resolution, follows, followUps } = request;
  const type = t("requests.details.type_in_category", {
    type: t.named("type", typeName),
    category: t.named("category", categoryName),
  });
  const answers = [
    { label: t("requests.details.type"), value: type },
    ...(resolution ? [{ label: t("requests.resolution"), value: t(resolutionCode(resolution)) }] : []),
  ];
  const { organisation, isPrivate } = request;
  if (view === "agent" && organisation !== null)
    answers.push({
      label: t("organisations.of_request"),
      value: isPrivate ? t("organisations.of_request.hidden", { organisation }) : organisation,
    });
  const linkTo = ({ reference, summary }: RequestTitle) => ({
    request: { link: [reference], href: requestPath(reference, view) },
    summary: { person: summary },
  });
  const links = [
    ...(follows ? [tellPieces(t, "requests.details.follows", linkTo(follows))] : []),
    ...followUps.map(to => tellPieces(t, "requests.details.followed_by", linkTo(to))),
  ];
  return {
    title: t("requests.details"),
    answers: answers.map(answer => tellAnswer({ ...answer, kind: "text" }, t)),
    ...(links.length > 0 && { links }),
  };
}
