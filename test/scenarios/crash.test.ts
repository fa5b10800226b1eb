import { leftOutOfQuick } from "../left-out";
import { isKilledWhileSending } from "./killed-while-sending";

describe("the program is killed", () => {
  isKilledWhileSending(["the sign-out", "the silence", "the outcome", "the covert call for help"]);

  leftOutOfQuick(
    "while it sends what follows from every step, right after each, and at moments that nobody has chosen",
  );
});
