import "server-only";
import type { Act } from "../events/act";
import type { EventType, Recorded } from "../events/types";

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

/** Who hears of an event, and in what words. */
export type Reader<T extends EventType> = (act: Act, event: Recorded<T>) => Promise<Draft[]>;
