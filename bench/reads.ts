import type { PersonActor } from "@/lib/actor";
import { readUnsent } from "@/lib/attachments/store";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { readDeskPage } from "@/lib/desk/agent-view";
import { listQueue, queueFilter } from "@/lib/desk/queue";
import { findFile } from "@/lib/requests/attachments";
import { readCorrectionPage } from "@/lib/requests/correct";
import { readRequestPage } from "@/lib/requests/customer-view";
import { readView } from "@/lib/search/input";
import { listRequests } from "@/lib/search/list";
import { countMyRequests, listMyTypes } from "@/lib/search/own";

export type World = { customer: PersonActor; agent: PersonActor; reference: string };

/** What each page asks of the database, beside who is signed in. */
export const reads: Record<string, (world: World) => Promise<unknown>> = {
  "the catalog": () => readCatalog(),
  "a form": () => readForm("report-a-problem-with-amtl3"),
  "the header": ({ customer }) => countMyRequests(customer),
  "a customer's open requests": ({ customer }) => listRequests(customer, readView("show=open")),
  "all requests of a customer": ({ customer }) => listRequests(customer, readView("show=all")),
  "requests sorted by summary": ({ customer }) =>
    listRequests(customer, readView("show=all&sort=summary.asc")),
  "a search": ({ customer }) => listRequests(customer, readView("q=shelf+empty")),
  "a search for a misspelt word": ({ customer }) => listRequests(customer, readView("q=shefl")),
  "the types of a customer's requests": ({ customer }) => listMyTypes(customer),
  "a customer's request": ({ customer, reference }) => readRequestPage(customer, reference),
  "the comments of a request": ({ customer, reference }) =>
    readRequestPage(customer, reference, { show: "comments" }),
  "the form for corrections": ({ customer, reference }) => readCorrectionPage(customer, reference),
  "the files beside a form": ({ customer, reference }) => readUnsent(customer, `comment:${reference}`),
  "the right to a file": ({ customer }) => findFile(customer, "00000000-0000-0000-0000-000000000000"),
  "the queue": ({ agent }) => listQueue(agent, queueFilter.parse({})),
  "an agent's request": ({ agent, reference }) => readDeskPage(agent, reference),
};
