import { itemOf, storedOf } from "../../store/cosmos/visit-item";
import { sample } from "./sample";

const item = { ...itemOf(sample(), "first"), _etag: "1" };

describe("S14: an item that somebody has changed by hand", () => {
  it.each([{ text: undefined }, { text: "{" }, { text: "null" }])("is a record that can't be read: %j", (changed) => {
    expect(storedOf({ ...item, ...changed } as typeof item)).toEqual({
      ...{ unreadable: true, school: "meadow", id: "meadow.first" },
    });
  });

  it("is read where only the names of its last writes are gone", () => {
    expect(storedOf({ ...item, writes: undefined as never })).toMatchObject({ id: "meadow.first", etag: " 1" });
    expect(storedOf(item)).toMatchObject({ etag: "first 1" });
  });
});
