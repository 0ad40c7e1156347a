export type RequestView = "customer" | "agent";
export type RequestInView = { reference: string; view: RequestView };

const lists: Record<RequestView, string> = { customer: "/requests", agent: "/agent/requests" };

export const requestPath = (reference: string, view: RequestView) =>
  `${lists[view]}/${encodeURIComponent(reference)}`;

/** Where agents choose how their replies go out. */
export const writingPath = "/agent/settings/writing";

/** Where agents say that they are away. */
export const awayPath = "/agent/settings/away";

/** Where agents choose what reaches them. */
export const choicesPath = "/agent/settings/notifications";
