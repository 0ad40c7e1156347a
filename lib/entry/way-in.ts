import "server-only";
import { keepsDesk, type PersonActor } from "../actor";
import { returnPath } from "../session/return-path";
import { readDeskSettings } from "../settings";

/**
 * The path that logging in leads to: the page somebody was on the way to, or the home page. An admin who was on the way to
 * no page in particular goes on with set-up until it is finished.
 */
export async function wayIn(wish: unknown, who: () => Promise<PersonActor | null>): Promise<string> {
  const path = returnPath(wish);
  if (path !== "/" || (await readDeskSettings()).setUp === "done") return path;
  const person = await who();
  return person && keepsDesk(person) ? "/setup" : path;
}
