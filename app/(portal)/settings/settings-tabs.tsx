import { Tabs } from "@/components/ui/tabs";

const pages = [
  { href: "/settings", label: "Profile" },
  { href: "/settings/notifications", label: "Notifications" },
  { href: "/settings/password", label: "Password" },
  { href: "/settings/data", label: "My data" },
];

/** Each page of the settings draws them itself, because a layout does not know which page is shown. */
export function SettingsTabs({ current }: { current: string }) {
  return <Tabs label="Settings" tabs={pages.map(page => ({ ...page, current: page.href === current }))} />;
}
