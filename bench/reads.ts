import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { readInsertable } from "@/lib/canned-replies/read";
import { stranger } from "@/lib/catalog/audience";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { deskSide } from "@/lib/desk/agent-view";
import { listPresent } from "@/lib/desk/presence";
import { readUnsent } from "@/lib/drafts/unsent";
import { findVisit } from "@/lib/entry/find-visit";
import { readOpened } from "@/lib/entry/request-page";
import { isEntitled } from "@/lib/mail/entitlement";
import { readNotificationSettings } from "@/lib/notifications/muted";
import { listOrganisations, readOrganisation } from "@/lib/organisations/read";
import { findPeople } from "@/lib/people/find";
import { readDoings } from "@/lib/people/history";
import { readPerson } from "@/lib/people/read";
import { findFile } from "@/lib/requests/attachments";
import { readCorrectionPage } from "@/lib/requests/correct";
import { customerSide, type RequestPage, type Side } from "@/lib/requests/customer-view";
import { readFollowed } from "@/lib/requests/follow-up";
import { type HistoryView, wholeHistory } from "@/lib/requests/history-view";
import { numberOf } from "@/lib/requests/reference";
import { requestPath } from "@/lib/requests/view";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { readMyTypes } from "@/lib/search/own";
import { ourList, readView } from "@/lib/search/own-list";
import { placeInQueue } from "@/lib/search/placed";
import { listQueue, listQueueChoices } from "@/lib/search/queue";
import { countQueue } from "@/lib/search/queue-counts";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";
import { readDeskSettings } from "@/lib/settings";
import { readReceived } from "@/lib/sharing/received";
import { listTeams } from "@/lib/teams/read";

export type World = {
  customer: PersonActor;
  sessionId: string;
  agent: PersonActor;
  admin: PersonActor;
  reference: string;
  /** By its slug, and who manages it. */
  organisation: string;
  manager: PersonActor;
};

const queue = (agent: PersonActor, query: string) => listQueue(agent, readListQuery(deskList, query));

const open = <R extends RequestPage, More>(
  side: Side<R, More>,
  reader: PersonActor,
  reference: string,
  history: HistoryView = wholeHistory,
) => {
  const answer = `${requestPath(reference, side.view)}#comment`;
  return readOpened(reader, reference, { side, history, kept: { [answer]: ["body"] }, filesOf: answer });
};

async function aMail({ id: personId, email: to }: PersonActor, reference: string) {
  const where = { number: numberOf(reference) ?? 0 };
  const { id: requestId } = await db().serviceRequest.findUniqueOrThrow({ where, select: { id: true } });
  return { eventId: 0n, kind: "comment", personId, requestId, to };
}

/** The queries of each page, except for the session, and of a mail. */
export const reads: Record<string, (world: World) => Promise<unknown>> = {
  "the catalog": () => readCatalog(stranger),
  "a form": () => readForm("report-a-problem-with-amtl3"),
  "what every page knows of its reader": ({ sessionId }) => findVisit(sessionId),
  "what the bell rang for": ({ customer }) => listNotices(customer),
  "what is muted": ({ customer }) => readNotificationSettings(customer),
  "whether somebody may still be told by mail": async ({ customer, reference }) =>
    isEntitled(await aMail(customer, reference), new Date()),
  "a customer's open requests": ({ customer }) => listRequests(customer, readView("show=open")),
  "all requests of a customer": ({ customer }) => listRequests(customer, readView("show=all")),
  "requests sorted by summary": ({ customer }) =>
    listRequests(customer, readView("show=all&sort=summary.asc")),
  "the counts of the queue's tabs": ({ agent }) => countQueue(agent, randomUUID()),
  "an organisation's requests": ({ manager, organisation }) => {
    const list = ourList(organisation);
    return listRequests(manager, readListQuery(list, "show=all"), {
      list,
      scope: ourScope(manager, organisation),
    });
  },
  "the organisations of the desk": ({ admin }) => listOrganisations(admin),
  "the members of an organisation": ({ admin, organisation }) => readOrganisation(admin, organisation),
  "the teams of the desk": ({ admin }) => listTeams(admin),
  "the people of the desk": ({ admin }) => findPeople(admin, {}),
  "the people behind one": ({ admin, customer }) => findPeople(admin, { after: customer.id }),
  "the agents of the desk": ({ admin }) => findPeople(admin, { shown: "agent" }),
  "the suspended": ({ admin }) => findPeople(admin, { shown: "suspended" }),
  "people by address": ({ admin, manager }) => findPeople(admin, { words: manager.email }),
  "people of a name that nobody has": ({ admin }) => findPeople(admin, { words: "xylophone zeppelin" }),
  "a person": ({ admin, customer }) => readPerson(admin, customer.id),
  "what a person did": ({ admin, customer }) => readDoings(admin, customer.id),
  "what an agent did": ({ admin, agent }) => readDoings(admin, agent.id),
  "a search": ({ customer }) => listRequests(customer, readView("q=shelf+empty")),
  "a search for a misspelt word": ({ customer }) => listRequests(customer, readView("q=shefl")),
  "the types of a customer's requests": ({ customer }) => readMyTypes(customer),
  "a customer's request": ({ customer, reference }) => open(customerSide, customer, reference),
  "the comments of a request": ({ customer, reference }) =>
    open(customerSide, customer, reference, { show: "comments" }),
  "an entry of a request": ({ customer, reference }) =>
    open(customerSide, customer, reference, { show: "all", entry: 1n }),
  "the history after an entry": ({ customer, reference }) =>
    open(customerSide, customer, reference, { show: "all", after: 1n }),
  "a request just received": ({ customer, reference }) => readReceived(customer, reference),
  "the request that another follows": ({ customer, reference }) => readFollowed(customer, reference),
  "the form for corrections": ({ customer, reference }) =>
    readCorrectionPage(customer, reference, "customer"),
  "what a form has that was not sent": ({ customer, reference }) =>
    readUnsent(customer, `/requests/${reference}/correct#correct`, ["summary"]),
  "the right to a file": ({ customer }) => findFile(customer, "00000000-0000-0000-0000-000000000000"),
  "the queue": ({ agent }) => queue(agent, ""),
  "the queue of one agent": ({ agent }) => queue(agent, "assigned=me"),
  "what an agent follows": ({ agent }) => queue(agent, "follower=me"),
  "what is linked with a request": ({ agent, reference }) => queue(agent, `status=all&linked=${reference}`),
  "what is a duplicate": ({ agent }) => queue(agent, "status=all&link=duplicate"),
  "a row of the queue that changed": ({ agent, reference }) =>
    placeInQueue(agent, readListQuery(deskList, ""), { placed: [reference], told: [reference] }),
  "the queue in one status": ({ agent }) => queue(agent, "status=in_progress"),
  "what is over, by last activity": ({ agent }) => queue(agent, "status=done"),
  "all requests of the desk by number": ({ agent }) => queue(agent, "status=all&sort=reference.asc"),
  "all requests of the desk by age": ({ agent }) => queue(agent, "status=all&sort=raised.asc"),
  "an agent's filter that nothing fits": ({ agent }) =>
    queue(agent, "status=all&customer=nobody-of-that-name"),
  "an agent's search": ({ agent }) => queue(agent, "q=column+day"),
  "an agent's search for a note": ({ agent }) => queue(agent, "q=seen+before"),
  "an agent's search for a file": ({ agent }) => queue(agent, "q=csv+export"),
  "an agent's search for what is known of customers": ({ agent }) => queue(agent, "q=telephone+morning"),
  "an agent's search for what is nowhere": ({ agent }) => queue(agent, "q=xylophone+zeppelin"),
  "an agent's search for a reference": ({ agent, reference }) => queue(agent, `q=${reference}`),
  "the filters of the queue": ({ agent }) => listQueueChoices(agent),
  "who looks at rows of the queue": ({ agent, reference }) => listPresent(agent, [reference], new Date()),
  "an agent's request": ({ agent, reference }) => open(deskSide, agent, reference),
  "the canned replies for an answer": async ({ agent, reference }) =>
    readInsertable(agent, reference, { deskUrl: "", settings: await readDeskSettings() }),
};
