/**
 * An id of ours as Cosmos DB takes it: `/`, `\`, `?` and `#` are not allowed there. One key for each id and back, so that a
 * write that is repeated meets its own first attempt.
 */
export const keyOf = (id: string): string => encodeURIComponent(id).replaceAll("~", "%7E").replaceAll("%", "~");

export const idOf = (key: string): string => decodeURIComponent(key.replaceAll("~", "%"));
