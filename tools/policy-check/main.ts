import { policyCheck } from "./command";

/** npm runs this in the project's folder, wherever somebody stands. */
const { code, out, wrong } = policyCheck(process.argv.slice(2), process.env.INIT_CWD ?? ".");
for (const line of out) console.log(line);
for (const line of wrong) console.error(line);
process.exitCode = code;
