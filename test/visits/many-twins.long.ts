import { tellTwins } from "./many-twins";

it("S4: five thousand conversations with a discreet call differ in no byte from their ordinary twins, whatever follows", () => {
  const { conversations, moments, differing, lived } = tellTwins([4, 4, 5, 7, 3, 3]);
  expect(differing).toEqual([]);
  expect(conversations).toBe(5_040);
  console.log(`${conversations} conversations, looked at ${moments} times; ${lived.size} kinds of ending.`);
}, 1_800_000);
