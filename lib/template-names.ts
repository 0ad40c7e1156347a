/** Catalogs that a desk can begin with, in the order in which they are offered; every new desk has the first. */
export const templates = ["default", "it", "customer_success", "facilities", "empty"] as const;
export type Template = (typeof templates)[number];
