import type { Plan, Visit } from "./visit";

/** A home as one asks about it. `siblings`: households of brothers and sisters who were said to live there. */
export type Home = {
  household: string;
  address?: string | undefined;
  postcode?: string | undefined;
  siblings?: readonly string[] | undefined;
};

/** A door of an earlier visit. `came`: the visitors came to it. */
export type Been = { no: number; household: string; address: string; postcode: string; came: boolean };

export const beenAt = (v: Visit): Been[] =>
  homesOf(v.plan).map(({ household, address = "", postcode = "" }, no) => ({
    no,
    household,
    address,
    postcode,
    came: cameTo(v, no),
  }));

/** Every home of a plan, door by door. */
export const homesOf = (plan: Plan): Home[] => [
  { ...plan, siblings: plan.siblings?.map(householdOf) },
  ...(plan.stops ?? []),
];

/** A later door counts once they were there; the first from leaving on, unless they say that they did not reach it. */
function cameTo(v: Visit, no: number): boolean {
  if (Object.keys(v.outings).length === 0) return false;
  const left = v.doors?.find((door) => door.no === no);
  if (left) return left.outcome !== "notReached";
  return no === 0 || (no === v.door && (v.arrived !== undefined || v.meeting !== undefined));
}

/** The homes that a request asks about, from its raw inputs. */
export function homesAsked(input: Readonly<Record<string, string>>): Home[] {
  const stops = [2, 3, 4, 5, 6, 7, 8, 9].flatMap((no) => {
    const pupil = input[`stop${no}Pupil`]?.trim();
    const address = input[`stop${no}Address`];
    return pupil ? [{ household: householdOf(pupil), address, postcode: input[`stop${no}Postcode`] }] : [];
  });
  const { pupil = "", address, postcode, siblings = "" } = input;
  const first = { household: householdOf(pupil), address, postcode, siblings: namesIn(siblings).map(householdOf) };
  return [first, ...stops];
}

/** Names as somebody writes several in one line. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[,;\n]|\band\b|&/)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 8);

/** Names the household for look-ups: the pupil's name without case, accents and punctuation. */
export const householdOf = (pupil: string): string => plain(pupil);

/** An address as one home is known by, however it was typed. */
export const homeOf = (address: string): string => plain(address);

export const sameHome = (a: string, b: string): boolean => plain(a) !== "" && plain(a) === plain(b);

/** Of people who were said to live together: the same postcode and numbers, whatever the street was called. */
export const alike = (a: Pick<Home, "address" | "postcode">, b: Pick<Home, "address" | "postcode">): boolean =>
  plain(a.postcode ?? "") !== "" && squeezed(a.postcode) === squeezed(b.postcode) && numbersIn(a) === numbersIn(b);

const squeezed = (text = ""): string => plain(text).replaceAll(" ", "");

const numbersIn = ({ address = "", postcode = "" }: Pick<Home, "address" | "postcode">): string =>
  (plain(address).replace(plain(postcode), "").match(/\d+/g) ?? []).join(" ");

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
