import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ListEmpty } from "@/components/search/list-empty";
import { ListNews } from "@/components/search/list-news";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const t = translatorOf("en");
const news = { t, words: "toner", count: 0, isPart: false, correction: [], limit: null, stoppedAfter: null };
const limit = { code: "search.news.words_cut", params: { limit: 12 } } as const;

it("a list says when not all words were searched, whether or not something was found", () => {
  expect(renderToStaticMarkup(<ListNews {...news} limit={limit} />)).toContain(say(t, limit));
  expect(renderToStaticMarkup(<ListNews {...news} count={2} limit={limit} />)).toContain(
    `${say(t, limit)} 2 requests found.`,
  );
  expect(renderToStaticMarkup(<ListNews {...news} />)).toBe("");
});

it("a search that was stopped does not say that nothing was found", () => {
  const html = renderToStaticMarkup(
    <ListEmpty t={t} reason="given_up" show="all" top="/requests" cleared="/requests?show=all" />,
  );
  expect(html).toContain("This search took too long");
  expect(html).not.toContain("Nothing found");
});
