import { z } from "zod";

/** Who looks at a request: those it belongs to, in the customer's words, or the desk in its own. */
export const viewInput = z.enum(["customer", "agent"]);
export type View = z.output<typeof viewInput>;
export type RequestInView = { reference: string; view: View };

const lists: Record<View, string> = { customer: "/requests", agent: "/agent/requests" };

/** The page of a request in this view. */
export const requestPath = (reference: string, view: View) =>
  `${lists[view]}/${encodeURIComponent(reference)}`;
