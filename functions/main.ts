/** The function app: Azure's host loads this one file. */
import { environment, readSettings, refuseToStart, register, wire } from "./app";

const start = async () => wire(readSettings(environment, process.env));
const parts = start();
parts.catch(refuseToStart);
register(parts);
