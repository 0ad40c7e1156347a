import { faceOf } from "@/components/ui/avatar";
import type { Face } from "@/components/ui/face";
import type { Shell } from "@/lib/entry/shell";

type Person = NonNullable<Shell["person"]>;

/** Whose page it is, as the headers show it. */
export type Account = Pick<Shell, "openCount" | "waitingCount" | "unreadCount"> & {
  person: Person & { face: Face };
  /** To what not everybody has. */
  links?: { href: string; label: string }[];
  signOut: (data: FormData) => Promise<void>;
};

/** With their face, which no script of a page for customers can make. */
export const withFace = (person: Person): Account["person"] => ({
  ...person,
  face: faceOf(person.name, person.role === "customer" ? "customer" : "support"),
});
