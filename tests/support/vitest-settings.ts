import { testSettings, useSettings } from "./settings";

useSettings(testSettings);
