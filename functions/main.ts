/** Everything that the function app offers; a host loads this one file. */
import { refuseToStart } from "./cannot-start";
import { wire } from "./wire";
import "./messages";
import "./sweep";
import "./health";
import "./watchdog";

wire().catch(refuseToStart);
