import { useCompiled } from "./compiled";

// Before anything else is loaded, since it serves only what is loaded after it.
useCompiled();
require("./start");
