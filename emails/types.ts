export type Desk = { name: string; url: string; accent: string };
export type Recipient = { name: string };
export type Request = {
  reference: string;
  summary: string;
  /** The summary it was raised with, where it has been corrected since: subjects keep to it. */
  raisedAs?: string;
  url: string;
};
export type Change = { from: string; to: string };
export type Side = "support" | "customer";

/** What each mail is given. */
export type MailProps = { desk: Desk; recipient: Recipient };
export type RequestMailProps = MailProps & { request: Request };
