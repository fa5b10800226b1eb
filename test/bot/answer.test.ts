import { inFull } from "../../bot/answer";

it("says a refusal in full where there is no card: what it speaks of, and all else that stands in the way", () => {
  const lines = ["One thing", "Another"].map((text, i) => ({ id: `line${i}`, text, clauses: [] }));
  const also = [{ refused: "reason", say: "Give the reason." }];
  expect(inFull({ refused: "ticks", say: "Please confirm:", lines, also })).toBe(
    "Please confirm: One thing; Another Give the reason.",
  );
});
