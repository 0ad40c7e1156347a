import { NothingHere } from "@/components/shell/nothing-here";

export default function NotFound() {
  return <NothingHere href="/agent" label="missing.back_to_queue" />;
}
