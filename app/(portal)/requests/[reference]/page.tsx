import type { Metadata } from "next";
import { DraftNotice } from "@/components/form/draft-notice";
import { SignedForms } from "@/components/form/form";
import { editForm } from "@/components/requests/edit-form";
import { EditedEntry } from "@/components/requests/edited-entry";
import { moveForm } from "@/components/requests/move-form";
import { pageClock } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { readTranslator } from "@/lib/messages/translate";
import { customerSide } from "@/lib/requests/customer-view";
import { movesOn } from "@/lib/requests/lifecycle";
import { edit } from "./actions";
import { commentForm } from "./comment-form";
import { Question } from "./question";
import { type Kept, RequestView } from "./request-view";
import { tellPage } from "./tell-page";

const moves = movesOn("button", "customer");
const forms = { answer: commentForm, edit: editForm, others: moves.map(moveForm) };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function RequestPage(props: RequestProps) {
  const opened = await openRequest(props, { side: customerSide, forms });
  const { request, files, editDraft } = opened;
  const t = (await readTranslator()).ofType(request.typeSlug);
  const clock = await pageClock();
  const told = tellPage(opened, t, clock);
  const offered = told.moves?.list.map(({ move }) => [move, moveForm(move)] as const) ?? [];
  const kept: Record<string, Kept> = {};
  for (const [name, form] of [["comment", commentForm] as const, ...offered]) {
    const draft = opened.draftOf(form);
    if (draft)
      kept[name] = {
        draft,
        ...(draft.kept && { keptLine: <DraftNotice t={t} draft={draft} clock={clock} /> }),
      };
  }
  return (
    <SignedForms>
      <RequestView
        told={told}
        files={files}
        kept={kept}
        question={request.question.length > 0 && <Question words={request.question} clock={clock} t={t} />}
        editForm={
          <EditedEntry
            timeline={request.timeline}
            on={told.on}
            edit={edit}
            draft={editDraft}
            clock={clock}
            t={t}
          />
        }
      />
    </SignedForms>
  );
}
