import { NothingHere } from "@/components/shell/nothing-here";

export default function NotFound() {
  return <NothingHere href="/agent" label="Back to the queue" />;
}
