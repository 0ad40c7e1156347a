import { NothingHere } from "@/components/shell/nothing-here";

// Next sends this along with every page, so it reads nothing and has no header: (portal)/[...missing] answers addresses
// that do not exist.
export default function NotFound() {
  return (
    <main id="main" tabIndex={-1} className="portal-main px-4 py-12">
      <NothingHere href="/requests?show=open" label="menu.requests" isAside />
    </main>
  );
}
