import type { Role } from "@/lib/actor";

type Does =
  | "claim"
  | "note"
  | "know"
  | "tag"
  | "link"
  | "snooze"
  | "comment"
  | "follow"
  | "edit"
  | "correct"
  | "share"
  | "accept"
  | "start"
  | "ask"
  | "respond"
  | "resolve"
  | "kill"
  | "reopen";
export type Step = {
  hoursAgo: number;
  by: string;
  does: Does;
  /**
   * The words; where something is shared, the addresses; the name of a tag; what is known of the customer; where it is
   * linked, the summary of the other.
   */
  says?: string;
  /** The answers that a correction changes. */
  answers?: Record<string, string | string[]>;
  /** Files that go along, by their names in `story-files`. */
  files?: string[];
  how?: "done" | "answered" | "duplicate" | "will_not_do";
};
export type Story = {
  by: string;
  type: string;
  hoursAgo: number;
  summary: string;
  answers: Record<string, string | string[]>;
  files?: string[];
  /** Hidden from the managers of their organisation. */
  isPrivate?: true;
  steps: Step[];
};

/** Who has not accepted yet. */
export const invited = {
  emails: ["sofia@lodge.example"],
  role: "agent",
  language: "en-GB",
} satisfies { emails: string[]; role: Role; language: string };

export const people: { name: string; email: string; role: Role }[] = [
  { name: "Ines Duarte", email: "ines@lodge.example", role: "admin" },
  { name: "Tomás Reyes", email: "tomas@lodge.example", role: "agent" },
  { name: "Priya Nair", email: "priya@lodge.example", role: "agent" },
  { name: "Ada Okafor", email: "ada@acme.example", role: "customer" },
  { name: "Minh Tran", email: "minh@acme.example", role: "customer" },
];
