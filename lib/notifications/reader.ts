import "server-only";
import type { Act } from "../events/act";
import type { EventType, Recorded } from "../events/types";
import type { NewMail } from "../mail/new-mail";

/** Runs inside the act, so it reads only ids and addresses. */
export type Reader<T extends EventType> = (act: Act, event: Recorded<T>) => Promise<NewMail[]>;
