"use client";

import type { ReactNode } from "react";
import { AddressContext } from "./form-context";

export const SentTo = ({ address, children }: { address: string | undefined; children: ReactNode }) => (
  <AddressContext value={address}>{children}</AddressContext>
);
