import { setSettings, testSettings } from "./settings";

setSettings(testSettings);
