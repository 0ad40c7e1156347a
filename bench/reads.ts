import type { PersonActor } from "@/lib/actor";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { readDeskPage } from "@/lib/desk/page";
import { listQueue, queueFilter } from "@/lib/desk/queue";
import { countMyOpenRequests, listMyRequests } from "@/lib/requests/lists";
import { readRequestPage } from "@/lib/requests/page";

export type World = { customer: PersonActor; agent: PersonActor; reference: string };

/** What each page asks of the database, beside who is signed in. */
export const reads: Record<string, (world: World) => Promise<unknown>> = {
  "the catalog": () => readCatalog(),
  "a form": () => readForm("report-a-problem-with-amtl3"),
  "the header": ({ customer }) => countMyOpenRequests(customer),
  "a customer's open requests": ({ customer }) => listMyRequests(customer, "open"),
  "all requests of a customer": ({ customer }) => listMyRequests(customer, "all"),
  "a customer's request": ({ customer, reference }) => readRequestPage(customer, reference),
  "the queue": ({ agent }) => listQueue(agent, queueFilter.parse({})),
  "an agent's request": ({ agent, reference }) => readDeskPage(agent, reference),
};
