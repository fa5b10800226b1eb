/** What makes up the function app, for whoever hosts it: Azure by `main.ts`, this machine by `local/`. */
export { refuseToStart } from "./cannot-start";
export { register } from "./register";
export { readSchoolBook } from "./school-book";
export { environment, readSettings } from "./settings";
export { wire } from "./wire";
