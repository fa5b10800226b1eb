import { z } from "zod";

const word = z.string().optional().catch(undefined);
const words = z.array(z.string()).catch([]);
const record = z.record(z.string(), z.unknown()).catch({});

const school = z
  .object({
    id: word,
    policy: word,
    channels: z.record(z.string(), z.string()).optional().catch(undefined),
    settings: record,
    acting: z.array(z.object({ who: word, role: word, from: word, to: word }).catch({})).catch([]),
    administrators: words,
    rota: z.array(z.object({ who: words, role: word }).catch({ who: [] })).catch([]),
    hours: z.object({ from: word, to: word }).catch({}),
    terms: z.array(z.object({ from: word, to: word }).catch({})).catch([]),
    earlyClosing: z.record(z.string(), z.string()).catch({}),
  })
  .catch({ settings: {}, acting: [], administrators: [], rota: [], hours: {}, terms: [], earlyClosing: {} });

const part = z
  .object({
    roles: z.array(z.string()).optional().catch(undefined),
    until: z.string().nullable().optional().catch(undefined),
    checks: z.record(z.string(), z.unknown()).optional().catch(undefined),
  })
  .catch({});
const parts = z.record(z.string(), part).optional().catch(undefined);

const person = z
  .object({ id: word, school: word, schools: words, roles: words, until: word, checks: record, at: parts })
  .transform(({ school, schools, ...rest }) => ({ ...rest, schools: school === undefined ? schools : [school] }))
  .catch({ schools: [], roles: [], checks: {} });

/**
 * What can be read of a schools file however much else of it is wrong, so that the faults between its entries are said
 * together with those within them.
 */
export const sketch = z
  .object({ schools: z.array(school).catch([]), people: z.array(person).catch([]) })
  .catch({ schools: [], people: [] });
export type Sketch = z.infer<typeof sketch>;
export type SchoolSketch = Sketch["schools"][number];
