/**
 * Why a mail did not leave. `never`: the mail itself was refused, and trying again cannot help. `later`: it may be
 * taken another time, not before `waitMs`. `pause`: something is wrong with us (password, quota), so that no mail
 * would be taken now.
 */
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
