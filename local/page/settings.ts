import { z } from "zod";
import { isLoopback } from "./guard";

const loopbackUrl = z.url({ protocol: /^https?$/ }).refine((url) => isLoopback(new URL(url).host), {
  message: "must be on this machine (localhost)",
});

const environment = z.object({
  TEAMS_PORT: z.coerce.number().int().min(0).max(65_535).default(3979),
  BOT_URL: loopbackUrl.default("http://localhost:3978/api/messages"),
  DATA_DIR: z.string().default("./data"),
  SCHOOLS_FILE: z.string().default("./schools.demo.yaml"),
});

export interface Settings {
  port: number;
  botUrl: string;
  dataDir: string;
  schoolsFile: string;
}

/** What is set to nothing is not set, as for the bot beside it. */
const given = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));

export function readSettings(env: Record<string, string | undefined>): Settings {
  const read = environment.safeParse(given(env));
  if (!read.success) throw new Error(`The Teams page can't start:\n${z.prettifyError(read.error)}`);
  const { TEAMS_PORT, BOT_URL, DATA_DIR, SCHOOLS_FILE } = read.data;
  return { port: TEAMS_PORT, botUrl: BOT_URL, dataDir: DATA_DIR, schoolsFile: SCHOOLS_FILE };
}
