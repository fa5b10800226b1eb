const formats = new Map<string, Intl.DateTimeFormat>();

function format(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timezone + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { timeZone: timezone, ...options });
  formats.set(key, known);
  return known;
}

export const clockTime = (at: string, timezone: string) =>
  format(timezone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));

export const secondsTime = (at: number, timezone: string) =>
  format(timezone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(at);

export const day = (at: number | string, timezone: string) =>
  format(timezone, { weekday: "long", day: "numeric", month: "long" }).format(new Date(at));
