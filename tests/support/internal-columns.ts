/**
 * Who reads each column with text, JSON or bytes. `desk`: agents or admins alone; a canary stands in it while everything that
 * customers can open is walked, and none of them may meet it. `other`: like that, of another person or another organisation.
 * Anything else is why there is none.
 */
export type Readers = "desk" | "other" | `none: ${string}`;

const secret = "none: a digest or a secret, which nothing shows to anybody";
const closed = "none: a closed list, which the walk knows by its own words";
const tag = "none: the tag of a language";
const everyones = "none: said to everybody who may open it";
const sizes = "none: what a file is, not what it says";

export const internalColumns: Record<string, Record<string, Readers>> = {
  Person: {
    ...{ email: "desk", name: "desk", signature: "desk", usualList: "desk" },
    ...{ shortcuts: "desk", habits: "desk", choices: "desk" },
    ...{ passwordHash: secret, timeZone: closed, language: tag, askedLanguage: tag },
  },
  Session: { device: "other" },
  AccountInvitation: { email: "desk", language: tag, tokenHash: secret },
  SetUpLink: { tokenHash: secret },
  Examination: { findings: "desk" },
  SignUp: {
    ...{ email: "other", name: "other", language: tag },
    ...{ passwordHash: secret, browserHash: secret, codeHash: secret, linkHash: secret },
  },
  PasswordLink: { tokenHash: secret, next: "other" },
  EmailChange: { email: "other", tokenHash: secret },
  LogInLink: { tokenHash: secret, next: "other" },
  RateLimit: { key: secret },
  Organisation: { slug: "other", name: "other" },
  OrganisationDomain: { domain: "other" },
  Team: { slug: "desk", name: "desk" },
  Category: { slug: "desk", name: "desk", description: "desk", translations: "desk" },
  RequestType: {
    ...{ slug: "desk", name: "desk", description: "desk", keywords: "desk", translations: "desk" },
    icon: closed,
  },
  TypeStatus: { name: "desk" },
  ChoiceList: { slug: "desk", name: "desk", translations: "desk", entries: "desk" },
  FormDraft: { fields: "desk" },
  FormVersion: { fields: "desk", agentFields: "desk", priorityRule: "desk" },
  Version: { name: closed },
  Setting: { name: closed, value: "none: each page shows what the setting is for" },
  DeskPicture: { hash: everyones, bytes: everyones },
  ServiceRequest: { summary: "other", answers: "other", searchText: "other" },
  AgentAnswers: { answers: "desk", searchText: "desk" },
  Tag: { slug: "desk", name: "desk" },
  HelpArticle: { slug: "desk", title: "desk", category: "desk", body: "desk", language: tag },
  HelpFeedback: { visitorHash: secret, words: "desk" },
  Invitation: { email: "other", tokenHash: secret },
  Comment: { body: "other" },
  EarlierWords: { body: "other" },
  Passage: { folded: "other" },
  Note: { body: "desk" },
  CustomerNote: { body: "desk" },
  Mention: { words: "desk" },
  Event: { type: closed, data: "none: ids and closed values, by its schema", part: closed },
  Change: { values: "desk" },
  Notice: { kind: closed },
  BulkRun: { action: closed, input: "desk" },
  BulkItem: { code: closed, params: "desk" },
  File: { name: "desk", place: "desk", field: "desk", type: sizes, sha256: sizes },
  FileContent: { bytes: "desk" },
  DeskKey: { name: closed, secret: secret },
  Draft: { place: "desk", fields: "desk", answer: "desk", refusal: "desk" },
  CannedReply: { slug: "desk", name: "desk", keywords: "desk" },
  SavedView: { slug: "desk", name: "desk", query: "desk" },
  CannedText: { language: tag, body: "desk" },
  Delivery: {
    ...{ to: "desk", from: everyones, subject: "desk", html: "desk", text: "desk", reason: "desk" },
    ...{ kind: closed, facts: "none: ids and what the event changed, by its schema", sealed: secret },
    ...{ messageId: secret, headers: "none: made of ids", providerId: "desk" },
  },
  MailRate: { transport: closed, reason: "desk" },
  Suppression: { email: "desk", reason: "desk" },
  InboundMail: {
    ...{ from: "desk", fromName: "desk", subject: "desk", body: "desk", text: "desk", leftOut: "desk" },
    ...{ key: "desk", source: closed, cause: closed },
  },
};
