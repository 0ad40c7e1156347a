import { type Actor, isAgent } from "../actor";
import type { TypeAudience } from "../generated/enums";
import type { OwnOrganisation } from "../organisations/own";

/** Whom a type is offered to, with the slugs of organisations if it is to those. */
export type Audience = { audience: TypeAudience; organisations: readonly string[] };

/** Whether an agent chooses from the catalog, and the slugs of the organisations of the person that the request would be for. */
export type CatalogReader = { isAgent: boolean; organisations: readonly string[] };

export const stranger: CatalogReader = { isAgent: false, organisations: [] };

export function isOfferedTo(reader: CatalogReader, { audience, organisations }: Audience): boolean {
  if (audience === "everyone") return true;
  if (audience === "agents") return reader.isAgent;
  return reader.organisations.some(slug => organisations.includes(slug));
}

/** @param own organisations of the person that the request would be for, who need not be the actor */
export const readerOf = (
  actor: Actor,
  own: readonly (Pick<OwnOrganisation, "slug"> & { isArchived?: boolean })[],
): CatalogReader => ({
  isAgent: isAgent(actor),
  organisations: own.filter(({ isArchived }) => !isArchived).map(({ slug }) => slug),
});
