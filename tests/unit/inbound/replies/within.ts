import { from, marked, sent } from "./desk";

/** [what it is, the mail, what its writer wrote]. */
export const within: [string, string, string][] = [
  [
    "an answer below the quote",
    `On 24/11/2026 10:00, Lodge wrote:\n${marked}\n\nThe second one.\n\n-- \nAda`,
    "The second one.",
  ],
  [
    "an answer below a quote without marks",
    `The first.\n\nOn Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\n${sent}\n\nAnd the second.`,
    "The first.\n\nAnd the second.",
  ],
  [
    "an answer only below a quote without marks",
    `On Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\n${sent}\n\nThe second one.`,
    "The second one.",
  ],
  [
    "above and below",
    `The first.\n\nOn 24/11/2026 10:00, Lodge wrote:\n> Which?\n\nAnd the second.`,
    "The first.\n\nAnd the second.",
  ],
  [
    "one by one",
    `On Tue, 24 Nov 2026 at 10:00, Lodge wrote:\n> Which one?\n\nThe red one.\n\n> Since when?\n\nMonday.\n\n> Regards\n> Sam`,
    "> Which one?\n\nThe red one.\n\n> Since when?\n\nMonday.",
  ],
  [
    "a quote its writer made",
    "It began at 10:15 and the screen says:\n> Paper jam",
    "It began at 10:15 and the screen says:\n\n> Paper jam",
  ],
  [
    "a quote its writer made, above the desk's",
    `It says:\n> Paper jam\n\nOn 24/11/2026 10:00, Lodge wrote:\n${marked}`,
    "It says:\n\n> Paper jam",
  ],
  [
    "a form that looks like a head",
    "Please book:\n\nFrom: Bern\nTo: Oslo\nDate: 4 May\n\nUrgent.",
    "Please book:\n\nFrom: Bern\nTo: Oslo\nDate: 4 May\n\nUrgent.",
  ],
  [
    "a trip with a time",
    "From: Bern\nTo: Oslo\nSent: 10:00\n\nUrgent.",
    "From: Bern\nTo: Oslo\nSent: 10:00\n\nUrgent.",
  ],
  [
    "an address with dashes",
    "Send it to\nAcme\n--\n12 Main Street\nBern\n\nThank you, and please hurry.",
    "Send it to\nAcme\n--\n12 Main Street\nBern\n\nThank you, and please hurry.",
  ],
  [
    "a Gmail forward",
    "Please look at this.\n\n---------- Forwarded message ---------\nFrom: Bob <bob@acme.test>\nDate: Tue, 24 Nov 2026 at 10:00\nSubject: Jam\nTo: Lodge <desk@lodge.test>\n\nIt jams.",
    "Please look at this.\n\n---------- Forwarded message ---------\nFrom: Bob <bob@acme.test>\nDate: Tue, 24 Nov 2026 at 10:00\nSubject: Jam\nTo: Lodge <desk@lodge.test>\n\nIt jams.",
  ],
  [
    "a German forward",
    "Bitte ansehen.\n\n-------- Weitergeleitete Nachricht --------\nVon: Bob <bob@acme.test>\nDatum: 24.11.2026 10:00\nAn: desk@lodge.test\n\nEs klemmt.",
    "Bitte ansehen.\n\n-------- Weitergeleitete Nachricht --------\nVon: Bob <bob@acme.test>\nDatum: 24.11.2026 10:00\nAn: desk@lodge.test\n\nEs klemmt.",
  ],
  [
    "an Apple forward",
    "See below.\n\nBegin forwarded message:\n\nFrom: Bob <bob@acme.test>\nSubject: Jam\nDate: 24 November 2026 at 10:00\nTo: desk@lodge.test\n\nIt jams.",
    "See below.\n\nBegin forwarded message:\n\nFrom: Bob <bob@acme.test>\nSubject: Jam\nDate: 24 November 2026 at 10:00\nTo: desk@lodge.test\n\nIt jams.",
  ],
  [
    "the head of somebody else's mail",
    "Bob wrote me this:\n\nFrom: Bob <bob@acme.test>\nSent: 24 November 2026 10:00\nTo: Ada\n\nIt jams.",
    "Bob wrote me this:\n\nFrom: Bob <bob@acme.test>\nSent: 24 November 2026 10:00\nTo: Ada\n\nIt jams.",
  ],
  [
    "the head of somebody else's mail, where the desk is called like a word of it",
    "He wrote:\n\nFrom: Kit <kit@acme.test>\nSent: 24 November 2026 10:00\nTo: Ada\nSubject: IT is down, fit it\n\nIt jams.",
    "He wrote:\n\nFrom: Kit <kit@acme.test>\nSent: 24 November 2026 10:00\nTo: Ada\nSubject: IT is down, fit it\n\nIt jams.",
  ],
  [
    "lines that look like heads",
    "Two things:\n\n- From: the left\n- a line\n\nI wrote: nothing.\n\nFrom: here on it burns",
    "Two things:\n\n- From: the left\n- a line\n\nI wrote: nothing.\n\nFrom: here on it burns",
  ],
  [
    "the desk's address with a colon",
    "On 24 Nov at 10:00 I asked desk@lodge.test the following:\n\nDoes it print?\n\nNo answer came.",
    "On 24 Nov at 10:00 I asked desk@lodge.test the following:\n\nDoes it print?\n\nNo answer came.",
  ],
  [
    "a device in a sentence",
    "I wrote it all down.\n\nSent from my iPhone the picture is fine, sent from the laptop it is not, and nobody can say why.",
    "I wrote it all down.\n\nSent from my iPhone the picture is fine, sent from the laptop it is not, and nobody can say why.",
  ],
  [
    "a quote without marks and nothing else",
    `On Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\nWhich one?\n\nThe red one.`,
    `On Tue, 24 Nov 2026 at 10:00, ${from} wrote:\n\nWhich one?\n\nThe red one.`,
  ],
  ["dashes that part a list", "One\n\n--\n\nTwo\n\nThree", "One\n\n--\n\nTwo\n\nThree"],
  ["nothing but a quote", `\n\n${marked}\n\n-- \nAda`, ""],
  ["nothing", "", ""],
  ["nothing to leave out", "Yes, thanks.", "Yes, thanks."],
  ["a very long line", `${"word ".repeat(3_000)}end`, `${"word ".repeat(3_000)}end`],
];
