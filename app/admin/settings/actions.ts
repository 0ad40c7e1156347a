"use server";

import { changeSettings } from "@/lib/desk-settings/change";
import { encodePicture } from "@/lib/desk-settings/encode";
import { changePicture } from "@/lib/desk-settings/pictures";
import { signedInAction } from "@/lib/entry/action";
import { announcementForm, pictureForm, settingsForm } from "@/lib/entry/setting-forms";

const saved = (part: string) => () => `/admin/settings?done=${part}#${part}`;

export const saveDesk = signedInAction({
  input: settingsForm(["deskName", "accent", "timeZone", "language", "languages"]),
  command: changeSettings,
  redirectTo: saved("desk"),
});

export const savePicture = signedInAction({
  input: pictureForm,
  file: "picture",
  prepare: ({ name }, actor, file) => encodePicture(actor, name, file),
  command: (act, wish, made) => changePicture(act, { ...wish, made }),
  redirectTo: (_, { name }) => `/admin/settings?done=${name}#pictures`,
});

export const removePicture = signedInAction({
  input: pictureForm,
  command: (act, wish) => changePicture(act, { ...wish, made: null }),
  redirectTo: (_, { name }) => `/admin/settings?done=no-${name}#pictures`,
});

export const saveRequests = signedInAction({
  input: settingsForm(["referencePrefix", "reopenDays"]),
  command: changeSettings,
  redirectTo: saved("requests"),
});

export const saveAgents = signedInAction({
  input: settingsForm(["agentsSee", "undo"]),
  command: changeSettings,
  redirectTo: saved("agents"),
});

export const saveSignUp = signedInAction({
  input: settingsForm(["signUp", "signUpDomains", "signUpInvited"]),
  command: changeSettings,
  redirectTo: saved("sign-up"),
});

export const saveAnnouncement = signedInAction({
  input: announcementForm,
  command: changeSettings,
  redirectTo: saved("announcement"),
});

export const saveLinks = signedInAction({
  input: settingsForm(["imprintLink", "privacyLink"]),
  command: changeSettings,
  redirectTo: saved("links"),
});

export const saveMails = signedInAction({
  input: settingsForm(["mailSender", "mailFooter"]),
  command: changeSettings,
  redirectTo: saved("mails"),
});

export const saveErasing = signedInAction({
  input: settingsForm(["erasureDays"]),
  command: changeSettings,
  redirectTo: saved("erasing"),
});

export const saveFiles = signedInAction({
  input: settingsForm(["maxFileSize", "maxFilesPerDay"]),
  command: changeSettings,
  redirectTo: saved("files"),
});
