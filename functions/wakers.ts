import { tokenCheck } from "./entra";
import type { Settings } from "./settings";
import { showsKey } from "./shown-key";

/** P12: who may make the functions sweep: in Azure one managed identity, without any secret; a scheduler elsewhere by a token that both know. */
export function wakers(settings: Settings, tenant: string, authority?: string) {
  const { SWEEP_AUDIENCE: audience, SWEEP_CALLER: identity, SWEEP_TOKEN } = settings;
  const isCaller =
    audience === undefined || identity === undefined
      ? undefined
      : tokenCheck({ tenant, audience, identity, authority });
  return async (header: string | null): Promise<boolean> =>
    showsKey(header, SWEEP_TOKEN) || (await isCaller?.(header)) === true;
}
