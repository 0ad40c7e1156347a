import { z } from "zod";
import { event, id } from "./define";

const organisation = { organisationId: id() };
const domain = { ...organisation, domainId: id() };

export const organisationEvents = {
  /** These two change `name`. */
  organisation_added: event("admins", organisation),
  organisation_renamed: event("admins", organisation),
  organisation_shifted: event("admins", { ...organisation, to: z.enum(["earlier", "later"]) }),
  organisation_archived: event("admins", organisation),
  organisation_restored: event("admins", organisation),
  /** These two change `domain`: who joins and leaves with it follows from addresses, and has no events. */
  domain_added: event("admins", domain),
  domain_removed: event("admins", domain),
  organisation_member_added: event(["person", "admins"], organisation),
  organisation_member_removed: event(["person", "admins"], organisation),
  organisation_manager_set: event(["person", "admins"], { ...organisation, isManager: z.boolean() }),
};
