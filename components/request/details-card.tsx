import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Answer, Answers } from "./answers";

type Props = {
  title: string;
  request: { typeName: string; categoryName: string; answers: Answer[]; resolutionLabel: string | null };
  /** Where they can be corrected, for whoever may. */
  correctHref?: string;
};

/** What was asked for, under the labels of the form it was asked with, and how it ended. */
export function DetailsCard({ title, request, correctHref }: Props) {
  const { typeName, categoryName, answers, resolutionLabel } = request;
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
    </Card>
  );
}
