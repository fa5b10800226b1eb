import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

// Only what it takes to play these people; everything else in the file is the bot's.
const school = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  timezone: z.string().default("Europe/London"),
  channels: z.record(z.string(), z.string().startsWith("19:")).default({}),
});
const person = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  school: z.string().optional(),
  schools: z.array(z.string()).optional(),
  roles: z.array(z.string()).default([]),
});
const schoolFile = z.object({
  tenant: z.string().min(1),
  schools: z.array(school).min(1),
  people: z.array(person).min(1),
});

export type SchoolFile = z.infer<typeof schoolFile>;

export function readSchoolFile(path: string): SchoolFile {
  const read = schoolFile.safeParse(yamlIn(path));
  if (!read.success) throw unplayable(path, z.prettifyError(read.error));
  return read.data;
}

function yamlIn(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw unplayable(path, error instanceof Error ? error.message : String(error));
  }
}

function unplayable(path: string, why: string): Error {
  return new Error(`${path} can't be played on the Teams page:\n${why}`);
}
