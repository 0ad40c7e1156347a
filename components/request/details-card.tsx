import { Card } from "@/components/ui/card";
import { type Answer, Answers } from "./answers";

type Props = {
  title: string;
  request: { typeName: string; categoryName: string; answers: Answer[]; resolutionLabel: string | null };
};

/** What was asked for, under the labels of the form it was asked with, and how it ended. */
export function DetailsCard({ title, request }: Props) {
  const { typeName, categoryName, answers, resolutionLabel } = request;
  const ending: Answer[] = resolutionLabel
    ? [{ label: "Resolution", value: resolutionLabel, kind: "text" }]
    : [];
  return (
    <Card title={title} id="details">
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
