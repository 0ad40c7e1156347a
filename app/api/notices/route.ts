import { sendDesktopNews } from "@/lib/entry/desktop";

/** For agents only. */
export const GET = sendDesktopNews;
