import { headers } from "next/headers";

export default async function Page() {
  const host = (await headers()).get("host");
  return <p>This page was made for {host}.</p>;
}
