import { NothingHere } from "@/components/shell/nothing-here";

export default function NotFound() {
  return <NothingHere href="/requests?show=open" label="menu.requests" isAside />;
}
