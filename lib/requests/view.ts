import { z } from "zod";

export const requestViewInput = z.enum(["customer", "agent"], {
  error: "This form does not fit the page it came from. Please reload the page.",
});
export type RequestView = z.output<typeof requestViewInput>;
export type RequestInView = { reference: string; view: RequestView };

const lists: Record<RequestView, string> = { customer: "/requests", agent: "/agent/requests" };

export const requestPath = (reference: string, view: RequestView) =>
  `${lists[view]}/${encodeURIComponent(reference)}`;
