import { downloadMyData } from "@/lib/entry/download";

export const GET = downloadMyData;
