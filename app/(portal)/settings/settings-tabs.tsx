import { Tabs } from "@/components/ui/tabs";
import { repliesPath } from "@/lib/canned-replies/paths";
import { readVisit } from "@/lib/entry/visit";
import type { Translator } from "@/lib/messages/translate";
import { awayPath, writingPath } from "@/lib/requests/view";
import { viewsPath } from "@/lib/saved-views/paths";

const pages = [
  { href: "/settings", label: "accounts.settings.profile" },
  { href: "/settings/notifications", label: "accounts.settings.notifications" },
  { href: "/settings/keyboard", label: "shortcuts.title", forAgents: true },
  { href: repliesPath("person"), label: "canned_replies.title", forAgents: true },
  { href: awayPath, label: "away.title", forAgents: true },
  { href: writingPath, label: "writing.title", forAgents: true },
  { href: viewsPath("person"), label: "views.title", forAgents: true },
  { href: "/settings/password", label: "accounts.password" },
  { href: "/settings/data", label: "accounts.settings.data" },
] as const;

/** Each page of the settings draws them itself, because a layout does not know which page is shown. */
export async function SettingsTabs({ t, current }: { t: Translator; current: string }) {
  const isCustomer = (await readVisit())?.actor.role === "customer";
  const tabs = pages
    .filter(page => !isCustomer || !("forAgents" in page))
    .map(({ href, label }) => ({ href, label: t(label), current: href === current }));
  return <Tabs label={t("accounts.settings")} tabs={tabs} />;
}
