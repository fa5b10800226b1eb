/** Where Teams takes what a bot sends. Exact names: a host that only ends alike is somebody else's. */
const TEAMS_HOSTS: ReadonlySet<string> = new Set(["smba.trafficmanager.net"]);
const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** `teams` with an app id, `loopback` without one. */
export type Reach = "teams" | "loopback";

/** P3: the one answer to "may anything be sent there?", asked at every send. */
export function allowedUrl(url: string, reach: Reach): boolean {
  const parsed = URL.parse(url);
  if (!parsed || parsed.username || parsed.password) return false;
  return reach === "loopback" ? isLoopback(parsed) : isTeams(parsed);
}

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  (protocol === "http:" || protocol === "https:") && LOOPBACK.has(hostname);

const isTeams = ({ protocol, hostname, port }: URL): boolean =>
  protocol === "https:" && port === "" && TEAMS_HOSTS.has(hostname);
