import type { Piece } from "./pieces";

const postcode = "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}";
const street =
  "road|rd|street|st|lane|ln|avenue|ave|close|drive|way|court|place|gardens|terrace|crescent|hill|grove|row|walk|square";

/** A number and a street, up to a postcode where there is one. The number would pass for a time. */
const address = new RegExp(
  `(?:\\b(?:at|of) |, *)?\\b(\\d+[a-z]?,? [a-z' -]{1,40}?\\b(?:${street})\\b(?:,? [a-z' -]{2,40}?(?=,? ${postcode}\\b))?)(?:,? (${postcode})\\b)?`,
  "i",
);

export function placeIn(text: string): { values: Record<string, string>; piece: Piece } | undefined {
  const found = address.exec(text);
  if (!found?.[1]) return undefined;
  const values = { address: found[1].trim(), ...(found[2] ? { postcode: found[2].toUpperCase() } : {}) };
  return { values, piece: { from: found.index, to: found.index + found[0].length } };
}
