/** Who can create an account without being entered by an agent: anybody, addresses of some domains, or those invited. */
export const signUpChoices = ["open", "domains", "invited"] as const;
export const undoChoices = ["on", "off"] as const;

/** What admins can set at /admin/settings, with what holds until they do. */
export const settingDefaults = {
  deskName: "Lodge",
  /** A hex colour, such as #0f6b5c. */
  accent: "#0f6b5c",
  /** An IANA name: for times shown to whoever has no zone of their own. */
  timeZone: "UTC",
  /** A BCP 47 tag: of texts and dates for whoever asks for no language that there are texts for. */
  language: "en-GB",
  /** Those of our texts that the desk speaks, its own among them; all of them, also of later releases, if it names none. */
  languages: [] as string[],
  /** Such as LDG in LDG-1042. */
  referencePrefix: "LDG",
  /** Days in which a resolved request can be re-opened; then it is closed. */
  reopenDays: 30,
  /** Days in which the erasing of a person can be withdrawn. */
  erasureDays: 14,
  /** Agents who are neither admins nor leads: the whole desk, or what is of their teams or theirs. */
  agentsSee: "all" as "all" | "teams",
  /** Whether agents' replies wait so that they can be undone, where an agent has not chosen. */
  undo: "on" as (typeof undoChoices)[number],
  /** Of one file, in megabytes. */
  maxFileSize: 10,
  /** Of all files that one person sends in a day, in megabytes. */
  maxFilesPerDay: 200,
  signUp: "open" as (typeof signUpChoices)[number],
  /** In small letters, where sign-up is for some domains. */
  signUpDomains: [] as string[],
  /** Whether who is invited to a request can sign up, too, where not everybody can. */
  signUpInvited: true as boolean,
  /** At the top of every page, from and until; without a time at once, and until it is removed. */
  announcement: "",
  announcementFrom: "",
  announcementUntil: "",
  /** In the footer of pages: http, https or mailto. */
  imprintLink: "",
  privacyLink: "",
  /** Otherwise the name in MAIL_FROM, or the desk’s. */
  mailSender: "",
  /** Below every mail. */
  mailFooter: "",
};

export type SettingValues = typeof settingDefaults;
export type SettingName = keyof SettingValues;

export const settingNames = Object.keys(settingDefaults) as [SettingName, ...SettingName[]];

/** Pictures that a desk can be recognised by; kept beside the settings, with their version. */
export const pictureNames = ["logo", "favicon"] as const;
export type PictureName = (typeof pictureNames)[number];
