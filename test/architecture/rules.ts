/** What each room may import of the others, a folder or a file. `types:` allows only what is gone after compiling. */
export const mayImport: Record<string, readonly string[]> = {
  words: [],
  policies: ["words"],
  schools: ["policies", "words"],
  visits: ["policies", "schools", "words"],
  engine: ["visits", "schools", "policies", "words"],
  cards: ["schools/zone", "words", "types:visits/sight", "types:schools"],
  store: ["engine"],
  bot: ["engine", "cards", "schools", "words", "types:visits"],
  phone: ["engine", "schools", "visits", "words"],
  setup: ["engine", "schools", "policies", "words"],
  drills: ["engine", "store", "cards", "visits", "schools", "policies", "words", "types:setup"],
  functions: ["bot", "phone", "setup", "drills", "cards", "engine", "policies", "schools", "store", "visits", "words"],
  local: ["functions"],
  tools: ["functions", "policies", "schools", "words"],
  "local/page": [],
};

/** Rooms without I/O, clock or chance: what they say depends on what they are given alone. */
export const pureRooms = ["words", "policies", "schools", "visits", "cards"];

/** The packages pure rooms may use: they compute, and touch nothing. */
export const purePackages = ["luxon", "zod", "yaml", "chrono-node", "adaptivecards-templating", "adaptive-expressions"];

/** Packages that belong to certain rooms and are unknown to all others. */
export const kept: readonly { packages: RegExp; to: readonly string[] }[] = [
  { packages: /^(botbuilder|botframework-|@microsoft\/teams-ai)/, to: ["bot"] },
  { packages: /^@azure\/(cosmos|data-tables)/, to: ["store"] },
  { packages: /^@azure\/communication/, to: ["phone"] },
  { packages: /^@azure\/identity/, to: ["phone", "store"] },
  // The page is a program of its own and keeps its own chat history.
  { packages: /^(node:)?sqlite$/, to: ["store", "local/page"] },
  { packages: /^@azure\/functions/, to: ["functions", "local"] },
];

/** Names that say nothing about what is inside. */
export const emptyName = /(^|[-.])(utils?|helpers?|managers?|services?)([-.]|$)/i;
