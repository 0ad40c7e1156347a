import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ListEmpty } from "@/components/search/list-empty";
import { ListNews } from "@/components/search/list-news";

const news = { words: "toner", count: 0, isPart: false, correction: [], limit: null, stoppedAfter: null };
const limit = "Only the first 12 words were searched.";

it("a list says when not all words were searched, whether or not something was found", () => {
  expect(renderToStaticMarkup(<ListNews {...news} limit={limit} />)).toContain(limit);
  expect(renderToStaticMarkup(<ListNews {...news} count={2} limit={limit} />)).toContain(
    `${limit} 2 requests found.`,
  );
  expect(renderToStaticMarkup(<ListNews {...news} />)).toBe("");
});

it("a search that was stopped does not say that nothing was found", () => {
  const html = renderToStaticMarkup(
    <ListEmpty reason="given-up" show="all" top="/requests" cleared="/requests?show=all" />,
  );
  expect(html).toContain("This search took too long");
  expect(html).not.toContain("Nothing found");
});
