import { inChromium } from "./chromium";
import { deskLooks } from "./gallery/gallery";
import { onTheWall } from "./gallery/on-the-wall";

inChromium("every card in every state as a desktop draws it, in Chromium and unfolded", () => {
  const gallery = onTheWall();

  it.each(deskLooks)("can be read and pressed in $theme", async (look) => {
    await gallery().dress(look);
    expect(await gallery().measure()).toEqual([]);
  });
});
