export { sprite } from "./generated/sprite";
