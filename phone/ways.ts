/** One way to reach somebody outside Teams. Rejects where the service has not taken the message. */
export type Way = {
  /** `subject`: for ways that have one. */
  send(address: string, text: string, subject?: string): Promise<void>;
  /** Whatever is sent back on it comes in, and is read. */
  replies?: boolean;
};
export type WayName = "sms" | "email";
export type Ways = Readonly<Partial<Record<WayName, Way>>>;
