import { drawBoard, drawVisits } from "../../cards/draw";
import type { Story } from "../visits/story";
import { opened, visitors } from "../visits/visitors-see";
import { tellTwins } from "./many-twins";

/** The lists too, as they are drawn. */
const all = (story: Story) => [
  opened(story),
  ...visitors.map((who) => {
    const sight = story.seen(who);
    const list = { school: sight.school, now: story.now };
    return [drawBoard({ sights: [sight], unreadable: 0 }, list), drawVisits([sight], list)];
  }),
];

it("S4: five thousand conversations with a discreet call differ in no byte from their ordinary twins, whatever follows", () => {
  const { conversations, moments, differing, lived } = tellTwins([4, 4, 5, 7, 3, 3], all);
  expect(differing).toEqual([]);
  expect(conversations).toBe(5_040);
  console.log(`${conversations} conversations, looked at ${moments} times; ${lived.size} kinds of ending.`);
}, 1_800_000);
