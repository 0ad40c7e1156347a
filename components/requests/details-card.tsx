import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Answer, Answers } from "./answers";
import { FollowLinks } from "./follow-links";

type RequestLink = { reference: string; summary: string };
type Props = {
  title: string;
  request: {
    follows: RequestLink | null;
    followUps: RequestLink[];
    typeName: string;
    categoryName: string;
    answers: Answer[];
    resolutionLabel: string | null;
  };
  /** Where requests are for this reader. */
  path: string;
  /** Where they can be corrected, for whoever may. */
  correctHref?: string;
};

/** What was asked for, under the labels of the form it was asked with, and how it ended. */
export function DetailsCard({ title, request, path, correctHref }: Props) {
  const { typeName, categoryName, answers, resolutionLabel, follows, followUps } = request;
  const ending: Answer[] = resolutionLabel
    ? [{ label: "Resolution", value: resolutionLabel, kind: "text" }]
    : [];
  return (
    <Card
      title={title}
      id="details"
      actions={
        correctHref && (
          <ButtonLink href={correctHref} prefetch={false} size="small" icon="pencil-line">
            Correct
          </ButtonLink>
        )
      }
    >
      <Answers
        answers={[
          { label: "Request type", value: `${typeName} (${categoryName})`, kind: "text" },
          ...answers,
          ...ending,
        ]}
      />
      <FollowLinks follows={follows} followUps={followUps} path={path} />
    </Card>
  );
}
