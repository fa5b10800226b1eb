import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../functions/cannot-start";
import { environment } from "../functions/settings";

const w = { port: "must be the number of a port, 0 to 65535", pagePort: "must be the number of a port, or off" };
const port = z
  .string(w.port)
  .regex(/^\d{1,5}$/, w.port)
  .transform(Number)
  .refine((given) => given <= 65_535, w.port);
const given = (value: unknown): unknown => (value === "" ? undefined : value);

/** The environment of `npm start`: what the functions read, and what only a program of its own needs. */
export const localEnvironment = {
  ...environment,
  PORT: z.preprocess(given, port.default(3978)),
  TEAMS_PORT: z.preprocess(given, z.union([z.literal("off"), port], w.pagePort).optional()),
  PLAYGROUND_PORT: z.preprocess(given, port.optional()),
  /** A folder that `npm run build:azure` has filled: what runs is the package as Azure gets it. */
  PACKAGE_DIR: z.preprocess(
    given,
    z
      .string()
      .refine((folder) => existsSync(join(folder, "app.js")), "holds no package: npm run build:azure fills dist/azure")
      .optional(),
  ),
  START_AT: z.preprocess(
    given,
    z.iso
      .datetime({ offset: true, message: "must be an ISO time with its zone, such as 2026-11-23T09:00:00Z" })
      .transform((text) => Date.parse(text))
      .optional(),
  ),
  /** `stands`: time passes only where it is let pass, so that a story says the same times however slow the machine is. */
  CLOCK: z.preprocess(given, z.enum(["goes", "stands"], "must be goes or stands").default("goes")),
};

export type LocalSettings = z.infer<z.ZodObject<typeof localEnvironment>>;

const usual = 3979;

/** Beside the bot: where that has been put on the page's usual port, the page takes the next. */
export function pagePort({ PORT, TEAMS_PORT = PORT === usual ? usual + 1 : usual }: LocalSettings): number | "off" {
  if (TEAMS_PORT === PORT && PORT !== 0)
    throw new CannotStart([`TEAMS_PORT: ${PORT} is where the bot listens (PORT). Choose another one, or off.`]);
  return TEAMS_PORT;
}
