import { NothingHere } from "@/components/shell/nothing-here";
import { readTranslator } from "@/lib/messages/translate";

// Next sends this along with every page, so it reads nothing and has no header: (portal)/[...missing] answers addresses
// that do not exist.
export default async function NotFound() {
  const t = await readTranslator();
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 py-12 outline-none">
      <NothingHere t={t} href="/requests?show=open" label={t("shell.menu.requests")} />
    </main>
  );
}
