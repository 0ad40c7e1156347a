import { newReplySlug } from "./paths";

const most = 50;

/** Such as refund-declined, or refund-declined-2 where that is taken. @param nameless for a name without letters */
export function slugFor(name: string, taken: readonly string[], nameless = "reply"): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, most)
      .replace(/^-+|-+$/g, "") || nameless;
  const isTaken = (slug: string) => slug === newReplySlug || taken.includes(slug);
  let slug = base;
  for (let number = 2; isTaken(slug); number++) slug = `${base}-${number}`;
  return slug;
}
