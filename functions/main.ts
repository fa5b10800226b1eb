/** The function app: Azure's host loads this one file. */
import { refuseToStart } from "./cannot-start";
import { register } from "./register";
import { environment, readSettings } from "./settings";
import { wire } from "./wire";

const start = async () => wire(readSettings(environment, process.env));
const parts = start();
parts.catch(refuseToStart);
register(parts);
