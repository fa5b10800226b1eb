import { leftOutOfQuick } from "../left-out";
import { isKilledWhileSending } from "./killed-while-sending";

describe("the program is killed", () => {
  isKilledWhileSending(["the silence", "the covert call for help"]);

  leftOutOfQuick(
    "while it sends what follows from every step, right after each, and at moments that nobody has chosen",
  );
});
