/** What nodemailer tells of a failure, as far as it matters here. */
export interface SmtpFailure {
  readonly message: string;
  /** `ECONNECTION`, `ETIMEDOUT`, `EAUTH`, … */
  readonly code?: string | undefined;
  /** What the server answered: `550`. */
  readonly responseCode?: number | undefined;
  /** The server's own words. */
  readonly response?: string | undefined;
  /** The command that was in flight: `RCPT TO`, `DATA`; `CONN`, `EHLO`, `AUTH PLAIN` before there was a mail. */
  readonly command?: string | undefined;
}
