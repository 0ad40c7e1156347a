import type { Metadata } from "next";
import { edit, leave, remove, sendAgain, withdraw } from "@/app/(portal)/requests/[reference]/actions";
import { tellPresence } from "@/components/desk/tell-presence";
import { DraftNotice } from "@/components/form/draft-notice";
import { SignedForms } from "@/components/form/form";
import { SentTo } from "@/components/form/sent-to";
import { editForm } from "@/components/requests/edit-form";
import { EditedEntry } from "@/components/requests/edited-entry";
import { tellPeople } from "@/components/sharing/tell-people";
import { DrawAll } from "@/components/ui/in-browser";
import { isAdmin } from "@/lib/actor";
import { deskSide } from "@/lib/desk/agent-view";
import { isAllAsked, withAllDrawn } from "@/lib/entry/draw-all";
import { pathInQueue } from "@/lib/entry/onward";
import { readOpenedFrom } from "@/lib/entry/opened-from";
import { pageClock, readPageSettings } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { readVisit } from "@/lib/entry/visit";
import { numberForAgents } from "@/lib/messages/agent-wording";
import { readTranslator } from "@/lib/messages/translate";
import { presentReference } from "@/lib/requests/reference";
import { AnsweredLine } from "../../answered-line";
import { PresenceOn } from "./presence";
import { RequestView } from "./request-view";
import { answerForm } from "./tell-answer-box";
import { tellPage } from "./tell-page";

const forms = { answer: answerForm, edit: editForm };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: presentReference((await params).reference, await readPageSettings()) };
}

export default async function DeskRequestPage(props: RequestProps) {
  const opened = await openRequest(props, { side: deskSide, forms });
  const { request, files, editDraft } = opened;
  const t = (await readTranslator()).ofType(request.typeSlug);
  const clock = await pageClock();
  const actor = (await readVisit())?.actor;
  const queue = await readOpenedFrom(props.searchParams);
  const path = pathInQueue({ reference: request.reference, ...(queue !== undefined && { queue }) });
  const told = tellPage(
    { ...opened, isAdmin: actor !== undefined && isAdmin(actor), all: withAllDrawn(path) },
    t,
    clock,
  );
  const draft = opened.draftOf(answerForm);
  const page = (
    <SignedForms>
      <AnsweredLine searchParams={props.searchParams} t={t} />
      <SentTo address={queue === undefined ? undefined : path}>
        <PresenceOn
          reference={request.view === "agent" ? request.reference : null}
          words={numberForAgents(tellPresence(t), t)}
        >
          <RequestView
            told={numberForAgents(told, t)}
            files={files}
            {...(queue !== undefined && { queue })}
            {...(draft && { draft })}
            {...(draft?.kept && { keptLine: <DraftNotice t={t} draft={draft} clock={clock} /> })}
            people={numberForAgents(
              tellPeople(opened.sharing, {
                ...{ t, clock, on: told.on },
                done: opened.people,
                actions: { sendAgain, withdraw, remove, leave },
              }),
              t,
            )}
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
        </PresenceOn>
      </SentTo>
    </SignedForms>
  );
  return (await isAllAsked(props.searchParams)) ? <DrawAll>{page}</DrawAll> : page;
}
