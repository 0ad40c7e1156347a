import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerBox } from "@/components/request/answer-box";
import { Answers } from "@/components/request/answers";
import { AssignForms } from "@/components/request/assign-forms";
import { DetailsCard } from "@/components/request/details-card";
import { MoveForm } from "@/components/request/move-form";
import { StatusBadge } from "@/components/request/status-badge";
import { Timeline } from "@/components/request/timeline";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { readDeskPage } from "@/lib/desk/page";
import { pageClock, readPageAs } from "@/lib/entry/page";
import { agentResolutions, resolutions } from "@/lib/requests/lifecycle";
import { answer, assign, claim, move } from "./actions";

type Props = { params: Promise<{ reference: string }> };

const resolutionChoices = agentResolutions.map(value => ({ value, label: resolutions[value] }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function DeskRequestPage({ params }: Props) {
  const { reference } = await params;
  const request = await readPageAs(`/agent/requests/${encodeURIComponent(reference)}`, actor =>
    readDeskPage(actor, reference),
  );
  if (!request) notFound();
  const clock = await pageClock();
  const { version, timeline } = request;
  return (
    <>
      <PageHeader
        title={request.summary}
        breadcrumbs={[{ href: "/agent", label: "Queue" }]}
        meta={
          <>
            <span className="tabular-nums">{request.reference}</span>
            <StatusBadge status={request.status} label={request.statusLabel} />
            <span>
              {request.typeName} · raised <Time at={request.createdAt} clock={clock} />
              {request.waitingSince && (
                <>
                  {" "}
                  · waiting since <Time at={request.waitingSince} clock={clock} />
                </>
              )}
            </span>
          </>
        }
        actions={request.moves
          .filter(offer => offer.comment === "none")
          .map(offer => (
            <MoveForm
              key={offer.move}
              action={move}
              reference={request.reference}
              version={version}
              offer={offer}
            />
          ))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6">
          <section aria-labelledby="history">
            <h2 id="history" className="mb-4 font-semibold text-base text-ink">
              History
            </h2>
            <Timeline entries={timeline} clock={clock} viewer="agent" />
            <span id="latest" />
          </section>
          <AnswerBox
            key={timeline.length}
            action={answer}
            request={request}
            resolutions={resolutionChoices}
          />
        </div>
        <aside aria-label="About this request" className="grid gap-6">
          <Card title="People" id="people">
            <Answers
              answers={[
                { label: "Customer", value: request.requester.name, kind: "text" },
                { label: "E-mail", value: request.requester.email, kind: "email" },
                { label: "Assigned to", value: request.assignee?.name ?? "Nobody yet", kind: "text" },
              ]}
            />
            <AssignForms request={request} claim={claim} assign={assign} />
          </Card>
          <DetailsCard title="Answers" request={request} />
        </aside>
      </div>
    </>
  );
}
