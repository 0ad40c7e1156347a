import type { Translator } from "@/lib/messages/translate";

export type Desk = {
  name: string;
  url: string;
  accent: string;
  /** Beside the name, or instead of it where it stands alone. */
  logo?: DeskLogo;
  /** Lines below every mail. */
  footer?: string;
  /** Mails about a request can be answered by mail. */
  takesReplies?: boolean;
};
export type DeskLogo = {
  url: string;
  width: number;
  height: number;
  standsAlone: boolean;
  /** A colour that it can be seen on, where it cannot be on any. */
  ground?: string;
};
export type Recipient = { name: string };
export type Request = {
  reference: string;
  summary: string;
  /** The summary it was raised with, where it has been corrected since: subjects keep to it. */
  raisedAs?: string;
  url: string;
  /** Leads to the switch that ends mails about this request; left out for readers who have none. */
  muteUrl?: string;
  /** They have used the switch, and hear all the same because this is how it ends. */
  isMuted?: boolean;
  /** The agent who is away, and would have got this otherwise. */
  standsInFor?: string;
  /** They take no part, and hear because they follow it. */
  isFollowed?: boolean;
  /** Where an agent chooses what reaches them. */
  choicesUrl?: string;
};
/** What somebody wrote, and the files they attached, which stay on the request. */
export type Written = {
  body?: string;
  files?: { name: string; size: number }[];
  /** Of the agent who wrote it, as Markdown. */
  signature?: string;
};
/** An answer under its label; a long one is read as comments are. */
export type Fact = { label: string; value: string; isLong?: boolean };
export type Change = { from: string; to: string };
export type Side = "support" | "customer";

/** What each mail is given. `t` says its texts in the language of whoever reads it. */
export type MailProps = { t: Translator; desk: Desk; recipient: Recipient };
export type RequestMailProps = MailProps & { request: Request };
