import { SendFailed } from "./send-failed";

/** A hard limit on one call, token and all; what comes of it afterwards is ignored. */
export async function within<T>(limit: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SendFailed(0, "noAnswer")), limit);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
