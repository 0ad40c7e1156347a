import type { Shell } from "@/lib/entry/shell";

/** Whose page it is, as the headers show it. */
export type Account = Pick<Shell, "openCount" | "waitingCount" | "unreadCount"> & {
  person: NonNullable<Shell["person"]>;
  /** To what not everybody has. */
  links?: { href: string; label: string }[];
  signOut: (data: FormData) => Promise<void>;
};
