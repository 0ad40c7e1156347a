import type { Story } from "./story-cast";

const day = 24;

/** Two weeks at a small company: the move to the new export went less smoothly than hoped. */
export const requests: Story[] = [
  {
    by: "Ada Okafor",
    type: "access-and-accounts",
    hoursAgo: 60 * day,
    summary: "A user for our new colleague Lena",
    answers: {
      wish: "a_new_user",
      who: "Lena Fischer",
      email: "lena@acme.example",
      rights: ["read", "write"],
    },
    steps: [
      { hoursAgo: 60 * day - 1, by: "Priya Nair", does: "claim" },
      {
        hoursAgo: 59 * day,
        by: "Priya Nair",
        does: "resolve",
        how: "done",
        says: "Lena can log in now; she has been mailed a link.",
      },
    ],
  },
  {
    by: "Minh Tran",
    type: "question-about-an-invoice",
    hoursAgo: 14 * day,
    summary: "Why does the October invoice have two lines for storage?",
    answers: { invoice: "INV-20417", amount: "184.50", details: "Up to September there was only one line." },
    steps: [
      { hoursAgo: 14 * day - 3, by: "Tomás Reyes", does: "claim" },
      {
        hoursAgo: 13 * day,
        by: "Tomás Reyes",
        does: "resolve",
        how: "answered",
        says: "The second line is the archive you switched on in October. It costs **40.00** a month and can be switched off under *Settings → Archive*.",
      },
    ],
  },
  {
    by: "Ada Okafor",
    type: "help-with-amtl3",
    hoursAgo: 12 * day,
    summary: "How do I send a report to the whole team each Monday?",
    answers: { details: "I export it by hand every week and mail it around.", area: "reports" },
    steps: [
      {
        hoursAgo: 12 * day - 2,
        by: "Priya Nair",
        does: "comment",
        says: "Open the report and choose *Schedule*. Then:\n\n1. Pick **Weekly**, Monday, 07:00\n2. Add the team's address\n3. Save",
      },
      { hoursAgo: 11 * day, by: "Ada Okafor", does: "kill", says: "Works at once, thank you!" },
    ],
  },
  {
    by: "Minh Tran",
    type: "report-a-problem-with-amtl3",
    hoursAgo: 9 * day,
    summary: "The export drops columns whose name holds a comma",
    answers: {
      impact: "there_is_a_way_around",
      details: "The table has 14 columns on the screen and 12 in the file.\nIt worked last week.",
      where: ["chrome", "firefox"],
      has_message: "",
    },
    files: ["customers.csv"],
    steps: [
      {
        hoursAgo: 9 * day,
        by: "Minh Tran",
        does: "comment",
        says: "The preview shows it already:",
        files: ["export-preview.png"],
      },
      { hoursAgo: 9 * day - 1, by: "Tomás Reyes", does: "claim" },
      { hoursAgo: 9 * day - 2, by: "Tomás Reyes", does: "start" },
      {
        hoursAgo: 8 * day,
        by: "Tomás Reyes",
        does: "note",
        says: "Seen here too: the quoting in the new writer is off. Same cause as the one from Acme's Ada.",
      },
      {
        hoursAgo: 8 * day - 1,
        by: "Tomás Reyes",
        does: "ask",
        says: "We can see it and are mending it. Could you tell me whether the file opens rightly with `;` as the separator? Then you would have a way around until then.",
      },
      {
        hoursAgo: 7 * day,
        by: "Minh Tran",
        does: "respond",
        says: "Yes, with `;` all 14 columns are there.",
      },
      {
        hoursAgo: 6 * day,
        by: "Tomás Reyes",
        does: "resolve",
        how: "done",
        says: "Mended this morning: the export has every column again, whatever its name.",
      },
      {
        hoursAgo: 3 * day,
        by: "Minh Tran",
        does: "reopen",
        says: "It is back since today, now with **three** columns missing.",
      },
      { hoursAgo: 2 * day, by: "Tomás Reyes", does: "start" },
    ],
  },
  {
    by: "Ada Okafor",
    type: "report-a-problem-with-amtl3",
    hoursAgo: 8 * day,
    summary: "Export file is missing two columns",
    answers: {
      impact: "it_is_only_a_flaw",
      details: "City and street do not arrive in the file.",
      since: "2026-11-12T09:30",
    },
    steps: [
      {
        hoursAgo: 8 * day - 4,
        by: "Priya Nair",
        does: "resolve",
        how: "duplicate",
        says: "The same fault that a colleague of yours reported; we tell both of you when it is mended.",
      },
    ],
  },
  {
    by: "Ada Okafor",
    type: "change-billing-details",
    hoursAgo: 5 * day,
    summary: "New billing address from December",
    answers: {
      changes: ["address", "contact_person"],
      from: "2026-12-01",
      details: "Acme Ltd\n12 Harbour Street\n80331 Munich\n\nContact: Ada Okafor",
      confirmed: "yes",
    },
    steps: [
      { hoursAgo: 4 * day, by: "Priya Nair", does: "claim" },
      {
        hoursAgo: 4 * day - 1,
        by: "Priya Nair",
        does: "ask",
        says: "Gladly. Does the **VAT number** stay the same?",
      },
    ],
  },
  {
    by: "Minh Tran",
    type: "feature-request",
    hoursAgo: 5 * day - 6,
    summary: "Dark mode for the dashboard on the big screen",
    answers: { details: "The screen in the hall is blinding at night.", importance: "nice_to_have" },
    steps: [
      {
        hoursAgo: 4 * day - 2,
        by: "Tomás Reyes",
        does: "resolve",
        how: "will_not_do",
        says: "The hall screens follow the building's own settings; dark mode there is up to them. In the browser it comes with the next release.",
      },
    ],
  },
  {
    by: "Minh Tran",
    type: "access-and-accounts",
    hoursAgo: 2 * day,
    summary: "Jonas is locked out after his holiday",
    answers: { wish: "unlock_an_account", who: "Jonas Weber", email: "jonas@acme.example" },
    steps: [
      { hoursAgo: 2 * day - 1, by: "Priya Nair", does: "claim" },
      { hoursAgo: 2 * day - 2, by: "Priya Nair", does: "start" },
    ],
  },
  {
    by: "Ada Okafor",
    type: "report-a-problem-with-amtl3",
    hoursAgo: 20,
    summary: "Nobody can log in since 7:40",
    answers: {
      impact: "nobody_can_work",
      people: "38",
      phone: "+49 89 1234567",
      details: "The page loads, then it says “try again later”.",
      has_message: "yes",
      message: "Try again later (E-503)",
    },
    steps: [
      { hoursAgo: 19.95, by: "Ada Okafor", does: "share", says: "minh@acme.example" },
      { hoursAgo: 19.9, by: "Tomás Reyes", does: "claim" },
      { hoursAgo: 19.8, by: "Tomás Reyes", does: "start" },
      { hoursAgo: 19.7, by: "Minh Tran", does: "accept" },
      { hoursAgo: 19.6, by: "Minh Tran", does: "comment", says: "It is the same in the branch office." },
      {
        hoursAgo: 19.5,
        by: "Tomás Reyes",
        does: "comment",
        says: "We see it too: a certificate ran out.",
      },
      {
        hoursAgo: 19.4,
        by: "Tomás Reyes",
        does: "edit",
        says: "We see it too: a certificate ran out. It is being replaced right now.",
      },
      {
        hoursAgo: 18.9,
        by: "Tomás Reyes",
        does: "resolve",
        how: "done",
        says: "All is up again since 8:35. A full report follows by Friday.",
      },
    ],
  },
  {
    by: "Minh Tran",
    type: "help-with-amtl3",
    hoursAgo: 7,
    summary: "Can two people approve the same order?",
    answers: {
      details: "We want the four-eyes rule for orders above 5 000.",
      area: "users_and_rights",
      needed_by: "2026-12-15",
    },
    steps: [
      {
        hoursAgo: 6,
        by: "Minh Tran",
        does: "correct",
        answers: {
          details: "We want the four-eyes rule for orders above 2 000, not only for the large ones.",
          needed_by: "2026-12-01",
        },
      },
    ],
  },
  {
    by: "Ada Okafor",
    type: "question-about-an-invoice",
    hoursAgo: 3,
    summary: "Invoice for a user who left in May",
    answers: { invoice: "INV-20533", details: "We still pay for Marek, who left half a year ago." },
    steps: [
      {
        hoursAgo: 2,
        by: "Priya Nair",
        does: "note",
        says: "Check whether the removal in May ever reached billing.",
      },
    ],
  },
  {
    by: "Ada Okafor",
    type: "other-manual-request",
    hoursAgo: 1,
    summary: "Do you offer a training day for new colleagues?",
    answers: { details: "There will be four of us in January." },
    steps: [],
  },
];
