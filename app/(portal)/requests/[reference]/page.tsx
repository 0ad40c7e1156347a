import type { Metadata } from "next";
import { DraftNotice } from "@/components/form/draft-notice";
import { SignedForms } from "@/components/form/form";
import { DetailsCard } from "@/components/requests/details-card";
import { editForm } from "@/components/requests/edit-form";
import { EditedEntry } from "@/components/requests/edited-entry";
import { moveForm } from "@/components/requests/move-form";
import { OrderForm } from "@/components/requests/order-form";
import { RequestHead } from "@/components/requests/request-head";
import { tellDetails } from "@/components/requests/tell-details";
import { tellPeople } from "@/components/sharing/tell-people";
import { pageClock, readPageSettings } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { readTranslator } from "@/lib/messages/translate";
import { customerSide } from "@/lib/requests/customer-view";
import { movesOn } from "@/lib/requests/lifecycle";
import { presentReference } from "@/lib/requests/reference";
import {
  comment,
  edit,
  leave,
  move,
  mute,
  order,
  privacy,
  remove,
  sendAgain,
  share,
  withdraw,
} from "./actions";
import { Audience } from "./audience";
import { commentForm } from "./comment-form";
import { Awaited, Closed, Ending } from "./notices";
import { NotifySwitch } from "./notify-switch";
import { Question } from "./question";
import { type Kept, RequestView } from "./request-view";
import { tellHead, tellPage } from "./tell-page";

const moves = movesOn("button", "customer");
const forms = { answer: commentForm, edit: editForm, others: moves.map(moveForm) };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: presentReference((await params).reference, await readPageSettings()) };
}

export default async function RequestPage(props: RequestProps) {
  const opened = await openRequest(props, { side: customerSide, forms });
  const { request, sharing, files, editDraft } = opened;
  const t = (await readTranslator()).ofType(request.typeSlug);
  const clock = await pageClock();
  const { notify, ...told } = tellPage(opened, t, clock);
  const { on } = told;
  const offered = told.moves?.list.map(({ move }) => [move, moveForm(move)] as const) ?? [];
  const kept: Record<string, Kept> = {};
  for (const [name, form] of [["comment", commentForm] as const, ...offered]) {
    const draft = opened.draftOf(form);
    const line = draft?.kept && { keptLine: <DraftNotice t={t} draft={draft} clock={clock} /> };
    if (draft) kept[name] = { draft, ...line };
  }
  return (
    <SignedForms>
      <RequestHead told={tellHead(request, t, clock)} language={clock.language} />
      {request.status === "waiting_for_customer" && <Awaited t={t} />}
      <RequestView
        told={told}
        files={files}
        kept={kept}
        actions={{ comment, move, share }}
        order={<OrderForm action={order} on={on} told={told.history} />}
        editForm={
          <EditedEntry
            timeline={request.timeline}
            on={on}
            edit={edit}
            draft={editDraft}
            clock={clock}
            t={t}
          />
        }
        question={request.question.length > 0 && <Question words={request.question} clock={clock} t={t} />}
        closed={!request.canComment && <Closed request={request} t={t} />}
        ending={(request.isOver || request.reopenUntil) && <Ending request={request} t={t} clock={clock} />}
        people={tellPeople(sharing, {
          ...{ t, clock, on },
          done: opened.people,
          actions: { sendAgain, withdraw, remove, leave },
        })}
        audience={request.organisation !== null && <Audience {...{ request, t, on }} action={privacy} />}
        notify={notify && <NotifySwitch action={mute} on={on} told={notify} />}
        details={<DetailsCard told={tellDetails(request, "customer", t)} />}
      />
    </SignedForms>
  );
}
