import { z } from "zod";
import { messageCode } from "../messages/said";

export const requestViewInput = z.enum(["customer", "agent"], {
  error: messageCode("validation.misfit"),
});
export type RequestView = z.output<typeof requestViewInput>;
export type RequestInView = { reference: string; view: RequestView };

const lists: Record<RequestView, string> = { customer: "/requests", agent: "/agent/requests" };

export const requestPath = (reference: string, view: RequestView) =>
  `${lists[view]}/${encodeURIComponent(reference)}`;
