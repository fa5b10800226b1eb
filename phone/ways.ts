/** One way to reach somebody outside Teams. Rejects where the service has not taken the message. */
export type Way = { send(address: string, text: string): Promise<void> };
export type WayName = "sms" | "email";
export type Ways = Readonly<Partial<Record<WayName, Way>>>;
