import "server-only";
import type { Act } from "../events/act";
import type { EventType, RecordedEvent } from "../events/types";

/** A mail that is ready but for its row. */
export type Draft = {
  kind: string;
  personId: string | null;
  to: string;
  isSecret: boolean;
  subject: string;
  html: string;
  text: string;
};

export type Recorded<T extends EventType> = Extract<RecordedEvent, { type: T }>;

/** Who hears of an event, and in what words. */
export type Reader<T extends EventType> = (act: Act, event: Recorded<T>) => Promise<Draft[]>;

export const tellNobody = async (): Promise<Draft[]> => [];
