/** `never`: the message was rejected for good. `later`: retry after `waitMs`. `pause`: our account has a problem. */
export class MailError extends Error {
  constructor(
    message: string,
    readonly verdict: "never" | "later" | "pause",
    readonly waitMs = 0,
  ) {
    super(message);
    this.name = "MailError";
  }
}
