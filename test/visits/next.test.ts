import { priya, tom } from "../people";
import { inside, out } from "./story";

describe("what is next for a visitor", () => {
  it("is to sign in, calmly, once the home is left as planned", () => {
    expect(inside().until("14:40").press(priya, "leave").seen(priya).next?.key).toBe("signIn");
  });

  it("is to return now when no one was home", () => {
    expect(
      out().until("14:05").press(tom, "noOneHome").until("14:16").press(tom, "noOneHome").seen(tom).next?.key,
    ).toBe("returnNow");
  });
});
