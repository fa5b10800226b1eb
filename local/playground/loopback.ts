import { Server } from "node:net";

type Listen = (this: Server, ...given: unknown[]) => Server;

/**
 * The Playground listens on every network interface and lets whoever finds it play the person (P7). It has no setting for
 * that, so a server of this process that is given a port alone is given this machine alone as well.
 */
export function keepToThisMachine(): void {
  const listen = Server.prototype.listen as Listen;
  const here: Listen = function (port, ...rest) {
    const alone = typeof port === "number" && typeof rest[0] !== "string";
    return alone ? listen.call(this, port, "127.0.0.1", ...rest) : listen.call(this, port, ...rest);
  };
  Server.prototype.listen = here as Server["listen"];
}
