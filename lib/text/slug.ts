/** What addresses have instead of a name, such as harbour-sons; `otherwise` if no letter or digit is left of it. */
export const slugOf = (name: string, otherwise: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "") || otherwise;

/** The first of harbour-sons, harbour-sons-2 and so on that is not taken. */
export function freeSlug(plain: string, taken: readonly string[]): string {
  let slug = plain;
  for (let number = 2; taken.includes(slug); number++) slug = `${plain}-${number}`;
  return slug;
}
