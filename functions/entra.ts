import { createRemoteJWKSet, jwtVerify } from "jose";

export type Caller = {
  tenant: string;
  /** App id of the registration that the token is asked for. */
  audience: string;
  /** Object id of the one identity that may call. */
  identity: string;
  /** Who signs, where it is not Microsoft's public cloud. */
  authority?: string | undefined;
};

const MICROSOFT = "https://login.microsoftonline.com";

/**
 * Whether a header bears an Entra token of just that identity, for just this app, signed by our tenant and not run out. Tokens of both of
 * Entra's versions are taken: which one a managed identity gets is the registration's affair.
 */
export function tokenCheck({ tenant, audience, identity, authority = MICROSOFT }: Caller) {
  const keys = createRemoteJWKSet(new URL(`${authority}/${tenant}/discovery/v2.0/keys`), { timeoutDuration: 5_000 });
  const options = {
    issuer: [`https://sts.windows.net/${tenant}/`, `${MICROSOFT}/${tenant}/v2.0`],
    audience: [audience, `api://${audience}`],
    algorithms: ["RS256"],
    requiredClaims: ["exp", "nbf"],
    clockTolerance: 60,
  };
  return async (header: string | null): Promise<boolean> => {
    const token = /^Bearer (\S+)$/.exec(header ?? "")?.[1];
    if (token === undefined) return false;
    const read = await jwtVerify(token, keys, options).catch(() => undefined);
    return read?.payload.tid === tenant && read.payload.oid === identity;
  };
}
