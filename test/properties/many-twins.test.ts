import { leftOutOfQuick } from "../left-out";
import { tellTwins } from "./many-twins";

describe("S4: conversations with a discreet call, beside their ordinary twins", () => {
  it("differ in no byte, whatever follows", () => {
    const { conversations, differing, lived } = tellTwins([2, 2, 2, 3, 2, 2]);
    expect(differing).toEqual([]);
    expect(conversations).toBe(96);
    // They are lives, not the same one over and over.
    expect(lived.size).toBeGreaterThan(8);
  });
  leftOutOfQuick("differ in none of five thousand");
});
