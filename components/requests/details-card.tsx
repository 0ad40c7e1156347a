import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { resolutionCode } from "@/lib/requests/labels";
import type { RequestView } from "@/lib/requests/view";
import { Answers } from "./answers";
import { FollowLinks } from "./follow-links";
import type { Answer } from "./tell-answer";

type Props = {
  request: Pick<RequestPage, "typeName" | "categoryName" | "resolution" | "follows" | "followUps">;
  view: RequestView;
  t: Translator;
};

/** What kind of request it is, how it ended, and which ones are linked to it. */
export function DetailsCard({ request, view, t }: Props) {
  const { typeName, categoryName, resolution, follows, followUps } = request;
  const ending: Answer[] = resolution
    ? [{ label: t("requests.resolution"), value: t(resolutionCode(resolution)), kind: "text" }]
    : [];
  return (
    <Card title={t("requests.details")} id="details">
      <Answers
        t={t}
        answers={[
          {
            label: t("requests.details.type"),
            value: t("requests.details.type_in_category", { type: typeName, category: categoryName }),
            kind: "text",
          },
          ...ending,
        ]}
      />
      <FollowLinks follows={follows} followUps={followUps} view={view} t={t} />
    </Card>
  );
}
