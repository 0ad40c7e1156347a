import "server-only";
import { readParam, type SearchParams } from "./page";

const [name, value] = ["drawn", "all"];

/** Whether a page is asked to draw at once what the browser would draw. */
export const isAllAsked = async (searchParams: SearchParams): Promise<boolean> =>
  (await readParam(searchParams, name)) === value;

/** The same page with all of it: its address from that page on, to be short. */
export function withAllDrawn(href: string): string {
  const search = new URLSearchParams(href.split("?")[1]);
  search.set(name, value);
  return `?${search}`;
}
