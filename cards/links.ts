import { neutral } from "./neutral";

/** A plain link: nothing is fetched until somebody presses it. */
const mapUrl = (place: string): string => `https://www.google.com/maps/search/?api=1&query=${urlSafe(place)}`;

/** Brackets and quotes would end a Markdown link early. */
const urlSafe = (text: string): string =>
  encodeURIComponent(text.toWellFormed().slice(0, 300).toWellFormed()).replace(
    /[()'!*~_]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );

export const telUrl = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, "")}`;

/** A postcode or a number is read as one: no line ends within it. Takes what is neutralised already. */
export const together = (text: string): string => text.replaceAll(" ", "\u00a0");
const unbroken = (text: string): string => together(neutral(text, 40));

/** Both take what was typed, not yet neutralised. */
export const mapLink = (address: string | undefined, postcode: string | undefined): string | undefined => {
  const place = [address, postcode].filter(Boolean).join(", ");
  const shown = [address && neutral(address), postcode && unbroken(postcode)].filter(Boolean).join(", ");
  return place ? `[${shown}](${mapUrl(place)})` : undefined;
};

export const telLink = (phone: string | undefined): string | undefined =>
  phone ? (/\d{3}/.test(phone) ? `[${unbroken(phone)}](${telUrl(phone)})` : neutral(phone, 40)) : undefined;
