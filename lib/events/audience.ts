import type { Role } from "../actor";
import type { Audience } from "./define";
import { type EventType, type Noun, nounOf, vocabulary } from "./types";

const types = Object.keys(vocabulary) as EventType[];

export const typesFor = (...audiences: Audience[]): EventType[] =>
  types.filter(type => vocabulary[type].audience.some(one => audiences.includes(one)));

export const typesByRole: Record<Role, EventType[]> = {
  customer: typesFor("everyone"),
  agent: typesFor("everyone", "agents"),
  admin: typesFor("everyone", "agents", "admins"),
};

export const openTypes = typesByRole.customer;
export const agentTypes = typesByRole.agent;
/** Of events about themselves. */
export const ownTypes = typesFor("everyone", "person");

export const ofNoun = (noun: Noun, among: EventType[]): EventType[] =>
  among.filter(type => nounOf(type) === noun);
