import "server-only";
import { isAgent, type PersonActor } from "../actor";
import type { News } from "../live/feed";
import { type Named, nameRequests } from "../search/placed";

const mostNamed = 100;

/** What changed of a list since its page was told last. Without names, anything may have. */
export type ListChanges = { changed?: true } & Partial<Named>;

/** Gathers the changes of an open list until its page is told of them. */
export function gatherChanges() {
  let ids: Set<string> | null = new Set();
  let isAny = false;
  return {
    add(news: News): void {
      isAny = true;
      if (news.about === "request" || news.about === "desk") ids?.add(news.id);
      else ids = null;
      if (ids && ids.size > mostNamed) ids = null;
    },
    /** The names are those that this reader may know now. */
    async take(reader: PersonActor): Promise<ListChanges> {
      const named = ids && [...ids];
      const changes: ListChanges = isAny ? { changed: true } : {};
      ids = new Set();
      isAny = false;
      return isAgent(reader) && named && named.length > 0
        ? { ...changes, ...(await nameRequests(reader, named)) }
        : changes;
    },
  };
}
