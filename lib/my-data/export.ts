import type { Translator } from "../messages/translate";
import type { DeskSettings } from "../settings";

/** How the data of one person is written: by which settings, and in whose language. */
export type Export = { settings: DeskSettings; t: Translator };
