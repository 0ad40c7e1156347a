import type { Shell } from "@/lib/entry/shell";

/** Whose page it is, as the headers show it. */
export type Account = Pick<Shell, "openCount" | "waitingCount" | "unreadCount"> & {
  person: NonNullable<Shell["person"]>;
  /** Links to what the reader manages. */
  ours?: { href: string; label: string }[];
  signOut: (data: FormData) => Promise<void>;
};
