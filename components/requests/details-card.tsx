import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { resolutionCode } from "@/lib/requests/labels";
import type { RequestView } from "@/lib/requests/view";
import { type Answer, Answers } from "./answers";
import { FollowLinks } from "./follow-links";

type Props = {
  request: Pick<RequestPage, "typeName" | "categoryName" | "resolution" | "follows" | "followUps">;
  view: RequestView;
  t: Translator;
};

/** What kind of request it is, how it ended, and which ones are linked to it. */
export function DetailsCard({ request, view, t }: Props) {
  const { typeName, categoryName, resolution, follows, followUps } = request;
  const ending: Answer[] = resolution
    ? [{ label: "Resolution", value: t(resolutionCode(resolution)), kind: "text" }]
    : [];
  return (
    <Card title="Details" id="details">
      <Answers
        answers={[{ label: "Request type", value: `${typeName} (${categoryName})`, kind: "text" }, ...ending]}
      />
      <FollowLinks follows={follows} followUps={followUps} view={view} />
    </Card>
  );
}
