import type { Owner } from "./owner";

const lists: Record<Owner, string> = { person: "/agent/settings/views", desk: "/admin/views" };

export const viewsPath = (owner: Owner) => lists[owner];
export const savedViewPath = (slug: string) => `/agent?view=${slug}`;
