"use server";

import { redirect } from "next/navigation";
import { endVisit } from "@/lib/entry/sign-out";

export async function signOut(): Promise<void> {
  await endVisit();
  redirect("/sign-in?left=1");
}
