import type { Role } from "../actor";
import type { Audience } from "./define";
import { type EventType, type Noun, nounOf, vocabulary } from "./types";

const types = Object.keys(vocabulary) as EventType[];

/** The types of which at least one of these audiences may learn. */
export const typesFor = (...audiences: Audience[]): EventType[] =>
  types.filter(type => vocabulary[type].audience.some(one => audiences.includes(one)));

/** What somebody of this role may be shown of the requests they see. */
export const typesByRole: Record<Role, EventType[]> = {
  customer: typesFor("everyone"),
  agent: typesFor("everyone", "agents"),
  admin: typesFor("everyone", "agents", "admins"),
};

/** What everyone on a request may learn, agents or not. */
export const openTypes = typesByRole.customer;
export const agentTypes = typesByRole.agent;
/** What a person may learn of events about themselves. */
export const ownTypes = typesFor("everyone", "person");

/** Those of one noun among these types. */
export const ofNoun = (noun: Noun, among: EventType[]): EventType[] =>
  among.filter(type => nounOf(type) === noun);
