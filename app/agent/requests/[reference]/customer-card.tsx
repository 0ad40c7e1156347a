import { AnswerList } from "@/components/requests/answer-list";
import type { ToldAnswer } from "@/components/requests/told-answer";
import { Card } from "@/components/ui/card";
import { CustomerNotes, type ToldCustomerNotes } from "./customer-notes";

export type ToldCustomer = {
  title: string;
  answers: ToldAnswer[];
  /** For those who read them. */
  notes?: ToldCustomerNotes;
  raise: { label: string; href: string };
};

type Props = { reference: string; told: ToldCustomer; language?: string };

/** Who has raised the request, and what agents know about them. */
export function CustomerCard({ reference, told, language }: Props) {
  const { title, answers, notes, raise } = told;
  return (
    <Card title={title} id="customer">
      <AnswerList answers={answers} className="customer-facts" />
      <a href={raise.href} className="link mt-3 inline-flex min-h-6 items-center text-sm">
        {raise.label}
      </a>
      {notes && <CustomerNotes reference={reference} told={notes} language={language} />}
    </Card>
  );
}
