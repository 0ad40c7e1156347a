import "server-only";
import { keepsDesk, type PersonActor } from "../actor";
import { returnPath } from "../session/return-path";
import { readDeskSettings } from "../settings";

/** Where somebody goes on who is logged in: an admin who is on no other way to set-up, until it is finished. */
export async function wayIn(wish: unknown, who: () => Promise<PersonActor | null>): Promise<string> {
  const path = returnPath(wish);
  if (path !== "/" || (await readDeskSettings()).setUp === "done") return path;
  const person = await who();
  return person && keepsDesk(person) ? "/setup" : path;
}
