import { translatorOf } from "@/lib/messages/translate";
import type { Desk, MailProps, RequestMailProps } from "./types";

// What the previews and the tests show.
const desk: Desk = {
  name: "Lodge",
  url: "https://desk.example.com",
  accent: "#0f6b5c",
  takesReplies: true,
};

export const exampleOfAccount: MailProps = {
  t: translatorOf("en"),
  desk,
  recipient: { name: "Ada Okafor" },
};

export const example: RequestMailProps = {
  ...exampleOfAccount,
  request: {
    reference: "LDG-1042",
    summary: "Exported report is missing the last two columns",
    url: "https://desk.example.com/requests/LDG-1042",
    muteUrl: "https://desk.example.com/mute/sample",
  },
};

export const exampleForAgent: RequestMailProps = {
  ...example,
  recipient: { name: "Tomás Reyes" },
  request: {
    reference: example.request.reference,
    summary: example.request.summary,
    url: "https://desk.example.com/agent/requests/LDG-1042",
    choicesUrl: "https://desk.example.com/agent/settings/notifications",
  },
};
