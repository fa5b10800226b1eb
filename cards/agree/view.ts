import { words } from "../../words/en-gb";
import { homeBanners } from "../home";
import type { Look } from "../look";
import { type Banner, banner, foot, head, lines, planAsked, planFacts, visitTitle } from "../pieces";
import { toggle } from "../press";

const w = words.agree;

export function agreeView(look: Look): object {
  const { press, raw } = look;
  // Once answered, the plan is on the visit's own card.
  const asked = raw.offers.includes("agreeToVisit");
  const refuse = press("refuseVisit", w.refuse);
  return {
    w,
    ...head(look, visitTitle(look)),
    banners: [standing(look), ...(asked ? homeBanners(look) : [])],
    facts: asked ? planFacts(look) : [],
    asked: asked ? planAsked(look) : [],
    guidance: asked ? lines(raw.guidance) : [],
    guidanceTitle: words.guidance,
    presses: [
      ...press("agreeToVisit", w.agree, { style: "positive" }),
      ...(refuse.length > 0 ? [toggle(w.cannot, "cannot")] : []),
    ],
    refuse,
    ...foot(look),
  };
}

function standing({ sight, raw, times }: Look): Banner {
  const me = sight.visitors.find(({ id }) => "id" in raw.viewer && id === raw.viewer.id);
  if (sight.off) return banner("emphasis", w.off);
  if (raw.offers.includes("agreeToVisit"))
    return banner("accent", w.asked(sight.asked.by.name), w.by(times.due(sight.times.leave)));
  if (me?.agreed) return banner("good", w.agreed);
  return banner("emphasis", me ? w.nothing : w.notGoing);
}
