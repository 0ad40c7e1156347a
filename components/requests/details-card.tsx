import { Card } from "@/components/ui/card";
import type { RequestPage } from "@/lib/requests/customer-view";
import type { RequestView } from "@/lib/requests/view";
import { type Answer, Answers } from "./answers";
import { FollowLinks } from "./follow-links";

type Props = {
  request: Pick<RequestPage, "typeName" | "categoryName" | "resolutionLabel" | "follows" | "followUps">;
  view: RequestView;
};

/** What kind of request it is, how it ended, and which ones are linked to it. */
export function DetailsCard({ request, view }: Props) {
  const { typeName, categoryName, resolutionLabel, follows, followUps } = request;
  const ending: Answer[] = resolutionLabel
    ? [{ label: "Resolution", value: resolutionLabel, kind: "text" }]
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
