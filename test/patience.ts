/** So long, in ms, anything that has to come may take: on a machine that stalls, too. Only where something is wrong is it waited out, as mutants have it, more than once. */
export const patience = Number(process.env.PATIENCE ?? 60_000);
