/** So long, in ms, anything that has to come may take: on a machine that stalls, too. Only where something is wrong is it waited out. */
export const patience = 60_000;
