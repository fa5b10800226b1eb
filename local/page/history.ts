import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Activity } from "./activity";

export interface Kept {
  seq: number;
  conversation: string;
  thread?: string;
  id: string;
  author: string;
  at: string;
  activity: Activity;
  edited: boolean;
  deleted: boolean;
  undelivered: boolean;
}

type NewMessage = Pick<Kept, "conversation" | "thread" | "author" | "at" | "activity">;

const SHAPE = `
  PRAGMA journal_mode = WAL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS message (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, conversation TEXT NOT NULL, thread TEXT, id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL, at TEXT NOT NULL, activity TEXT NOT NULL,
    edited INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0, undelivered INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS message_conversation ON message (conversation, seq);
  CREATE TABLE IF NOT EXISTS chat (conversation TEXT PRIMARY KEY, met INTEGER NOT NULL DEFAULT 0, read INTEGER NOT NULL DEFAULT 0);
`;

const SHOWN_PER_CONVERSATION = 100;

function open(file: string): DatabaseSync {
  try {
    closeSync(openSync(file, "a", 0o600));
    const db = new DatabaseSync(file);
    db.exec(SHAPE);
    return db;
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new Error(
      `${file} can't be used (${why}). It holds the page's chats alone: move it away, and they begin anew.`,
    );
  }
}

/** Everything that was said, kept so that a restart of the page loses no chat. */
export class History {
  private readonly db: DatabaseSync;

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.db = open(join(dataDir, "page.sqlite"));
  }

  add(message: NewMessage): Kept {
    const id = this.nextId();
    const { conversation, thread, author, at } = message;
    const insert = "INSERT INTO message (conversation, thread, id, author, at, activity) VALUES (?, ?, ?, ?, ?, ?)";
    this.db
      .prepare(insert)
      .run(conversation, thread ?? null, id, author, at, JSON.stringify({ ...message.activity, id }));
    return this.must(conversation, id);
  }

  find(conversation: string, id: string): Kept | undefined {
    const row = this.db.prepare("SELECT * FROM message WHERE conversation = ? AND id = ?").get(conversation, id);
    return row && keptFrom(row);
  }

  change(conversation: string, id: string, activity: Activity): Kept {
    const update = "UPDATE message SET activity = ?, edited = 1 WHERE conversation = ? AND id = ?";
    this.db.prepare(update).run(JSON.stringify({ ...activity, id }), conversation, id);
    return this.must(conversation, id);
  }

  remove(conversation: string, id: string): Kept {
    const update =
      'UPDATE message SET activity = \'{"type":"message"}\', deleted = 1 WHERE conversation = ? AND id = ?';
    this.db.prepare(update).run(conversation, id);
    return this.must(conversation, id);
  }

  markUndelivered(conversation: string, id: string): Kept {
    this.db.prepare("UPDATE message SET undelivered = 1 WHERE conversation = ? AND id = ?").run(conversation, id);
    return this.must(conversation, id);
  }

  recent(): Kept[] {
    const newest = `SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY conversation ORDER BY seq DESC) AS age FROM message)
      WHERE age <= ? ORDER BY seq`;
    return this.db.prepare(newest).all(SHOWN_PER_CONVERSATION).map(keptFrom);
  }

  hasMet(conversation: string): boolean {
    return this.db.prepare("SELECT met FROM chat WHERE conversation = ?").get(conversation)?.met === 1;
  }

  markMet(conversation: string): void {
    const upsert =
      "INSERT INTO chat (conversation, met) VALUES (?, 1) ON CONFLICT (conversation) DO UPDATE SET met = 1";
    this.db.prepare(upsert).run(conversation);
  }

  markRead(conversation: string, upTo: number): void {
    const upsert = `INSERT INTO chat (conversation, read) VALUES (?, ?)
      ON CONFLICT (conversation) DO UPDATE SET read = max(read, excluded.read)`;
    this.db.prepare(upsert).run(conversation, upTo);
  }

  readMarks(): Record<string, number> {
    const rows = this.db.prepare("SELECT conversation, read FROM chat WHERE read > 0").all();
    return Object.fromEntries(rows.map((row) => [String(row.conversation), Number(row.read)]));
  }

  close(): void {
    this.db.close();
  }

  private must(conversation: string, id: string): Kept {
    const kept = this.find(conversation, id);
    if (!kept) throw new Error("A message that was just written can't be read.");
    return kept;
  }

  /** Like Teams: milliseconds, and never the same twice. */
  private nextId(): string {
    const last = Number(this.db.prepare("SELECT id FROM message ORDER BY seq DESC LIMIT 1").get()?.id ?? 0);
    return String(Math.max(Date.now(), last + 1));
  }
}

function keptFrom(row: Record<string, unknown>): Kept {
  return {
    seq: Number(row.seq),
    conversation: String(row.conversation),
    ...(row.thread ? { thread: String(row.thread) } : {}),
    id: String(row.id),
    author: String(row.author),
    at: String(row.at),
    activity: JSON.parse(String(row.activity)) as Activity,
    edited: row.edited === 1,
    deleted: row.deleted === 1,
    undelivered: row.undelivered === 1,
  };
}
