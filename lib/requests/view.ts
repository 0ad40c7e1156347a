export type RequestView = "customer" | "agent";
export type RequestInView = { reference: string; view: RequestView };

const lists: Record<RequestView, string> = { customer: "/requests", agent: "/agent/requests" };

export const requestPath = (reference: string, view: RequestView) =>
  `${lists[view]}/${encodeURIComponent(reference)}`;
