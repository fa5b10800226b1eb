import { inChromium } from "./chromium";
import { lacking } from "./playground";
import { mainJob } from "./playground-story";

inChromium("the main job in the Microsoft 365 Agents Playground, in Chromium", mainJob(true), lacking);
