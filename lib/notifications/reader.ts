import "server-only";
import type { Act } from "../events/act";
import type { EventType, Recorded } from "../events/types";
import type { NewMail } from "../mail/new-mail";

/** Who hears of an event by mail. It runs inside the act, so it reads ids and addresses alone. */
export type Reader<T extends EventType> = (act: Act, event: Recorded<T>) => Promise<NewMail[]>;
