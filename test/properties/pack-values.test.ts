import { leftOutOfQuick } from "../left-out";
import { alike, unnoticed } from "./pack-values";

describe("a value that the document of liberty gives", () => {
  it("changes what somebody sees, is told or may do when it is changed itself", () => {
    const { made, idle } = unnoticed("liberty", alike, 1);
    expect(idle).toEqual([]);
    expect(made).toBeGreaterThan(10);
  });
  leftOutOfQuick("does so wherever in it something is changed, as at every other school");
});
