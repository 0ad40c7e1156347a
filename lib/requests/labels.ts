import type { Priority, Resolution, Status } from "../generated/enums";
import type { Said } from "../messages/said";
import type { Move } from "./moves";
import type { RequestView } from "./view";

// To be said by the translator of the request's type, which can have its own words for them.

/** Each side has its own words for a status. */
export const statusCode = (status: Status, view: RequestView) =>
  `statuses.${view === "agent" ? "desk" : "customer"}.${status}` as const;

export const resolutionCode = (resolution: Resolution) => `resolutions.${resolution}` as const;

export const priorityCode = (priority: Priority) => `priorities.${priority}` as const;

export const moveCode = <T extends "label" | "hint">(move: Move, text: T) => `moves.${move}.${text}` as const;

/** A status with its resolution, such as “Resolved: Done”. */
export function outcomeOf(status: Status, resolution: Resolution | null, view: RequestView): Said {
  const said: Said = { code: statusCode(status, view) };
  if (!resolution) return said;
  const how: Said = { code: resolutionCode(resolution) };
  return resolution === "by_customer"
    ? how
    : { code: "statuses.with_resolution", params: { status: said, resolution: how } };
}
